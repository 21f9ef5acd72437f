import type { ErrorBody } from '@beseda/shared/protocol/errors';
import { ERROR_STATUS } from '@beseda/shared/protocol/errors';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from './expectations';
import { EVERYBODY, openWorld, type Who, type World } from './open-world';
import type { Call, RouteRow } from './route-row';
import { ROUTE_ROWS } from './route-rows';
import { SECRET_TEXT } from './seed-company';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function call(route: string, who: Who, given: Call): Promise<LightMyRequestResponse> {
  const [method = 'GET'] = route.split(' ');
  return world.app.inject({
    method: method as 'GET',
    url: given.url,
    headers: { ...(await world.headersOf(who)), ...given.headers },
    ...(given.payload === undefined ? {} : { payload: given.payload }),
  });
}

function outcomeOf(answer: LightMyRequestResponse): Outcome {
  const isPage = String(answer.headers['content-type']).startsWith('text/html');
  if (answer.statusCode < 400 || isPage) return answer.statusCode;
  const { code } = answer.json<ErrorBody>();
  return ERROR_STATUS[code] === answer.statusCode ? code : answer.statusCode;
}

/** What could tell one refusal from another. */
const looksOf = ({ statusCode, body, headers }: LightMyRequestResponse) => ({
  statusCode,
  body,
  headers: { ...headers, date: '' },
});

const rows = Object.entries(ROUTE_ROWS);

it('has a row for every route of the server, and none for others', () => {
  const served = [...world.app.accessByRoute.keys()].filter((route) => !route.startsWith('HEAD '));
  expect(served.toSorted((a, b) => a.localeCompare(b))).toEqual(
    Object.keys(ROUTE_ROWS).toSorted((a, b) => a.localeCompare(b)),
  );
});

describe.each(rows)('%s', (route, row: RouteRow) => {
  it('does for each what its row says', async () => {
    const found: Partial<Record<Who, Outcome>> = {};
    const bodies: Partial<Record<Who, string>> = {};
    for (const who of EVERYBODY) {
      const answer = await call(route, who, await row.call(world));
      found[who] = outcomeOf(answer);
      bodies[who] = answer.body;
    }
    expect(found).toEqual(row.expected);
    for (const who of [
      'nobody',
      'owner',
      'colleague',
      'follower',
      'manager',
      'stranger',
      'strangeManager',
    ] as const) {
      expect(bodies[who], `${who} reads what is for agents`).not.toMatch(
        new RegExp(`${SECRET_TEXT}|"priority":"|${world.anna.agentId}`),
      );
    }
    for (const who of ['nobody', 'stranger', 'strangeManager', 'distributor', 'ended'] as const) {
      expect(bodies[who], `${who} reads of another company`).not.toMatch(
        new RegExp(`Owner of vita|Вопрос от vita|${world.ours.conversationId}|${world.ours.owner.personId}`),
      );
    }
  });
});

const withObject = rows.filter(([, row]) => row.missing);

it.each(withObject)('%s refuses the forbidden as it refuses the missing', async (route, row: RouteRow) => {
  const refused = EVERYBODY.filter((who) => row.expected[who] === 'not_found');
  for (const who of refused) {
    const forbidden = await call(route, who, await row.call(world));
    const missing = await call(route, who, row.missing?.(world) ?? { url: '/' });
    expect(looksOf(forbidden)).toEqual(looksOf(missing));
  }
  const missing = await call(route, 'agent', row.missing?.(world) ?? { url: '/' });
  expect(missing.statusCode === 404 || row.expected.agent === 'forbidden').toBe(true);
});

it('changes nothing by cookie alone, which another site’s form would send too', async () => {
  const { cookie = '' } = await world.headersOf('agent');
  const answer = await world.app.inject({
    method: 'PATCH',
    url: `/api/v1/tickets/${world.ours.number}`,
    headers: { cookie },
    payload: { priority: 'low' },
  });
  expect(outcomeOf(answer)).toBe('session_ended');
});

it('lists to each only their own', async () => {
  const numbers = async (who: Who) => {
    const answer = await call('GET x', who, { url: '/api/v1/tickets?limit=100' });
    return answer.json<{ results: { number: number }[] }>().results.map(({ number }) => number);
  };
  const { ours, theirs } = world;
  expect(await numbers('owner')).toContain(ours.number);
  expect(await numbers('colleague')).not.toContain(ours.number);
  expect(await numbers('follower')).toContain(ours.number);
  expect(await numbers('manager')).toContain(ours.number);
  for (const who of ['owner', 'colleague', 'follower', 'manager'] as const) {
    expect(await numbers(who)).not.toContain(theirs.number);
  }
  for (const who of ['stranger', 'strangeManager'] as const) {
    expect(await numbers(who)).not.toContain(ours.number);
  }
  expect(await numbers('agent')).toEqual(expect.arrayContaining([ours.number, theirs.number]));
});
