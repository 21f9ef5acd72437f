import { uuidv7 } from '@beseda/shared/domain/uuid';
import { inviteAgent } from '../agents/invite-agent';
import { contextFor } from '../context/context';
import { createPhoneNumber } from '../phone-numbers/save-phone-number';
import { createTeam } from '../teams/save-team';
import { admins } from './expectations';
import type { World } from './open-world';
import { type Call, type RouteRow, withId } from './route-row';

const fresh = (): string => uuidv7();
const list = (url: string): RouteRow => ({ call: () => ({ url }), expected: admins(200) });
const NO_SUCH = '01900000-0000-7000-8000-000000000000';

/** A team of its own each time. */
const ofTeam = (payload: object | undefined, outcome: number): RouteRow => ({
  call: async ({ services, admin }) => {
    const { id } = await createTeam(contextFor(services, admin), { name: fresh() });
    return withId('/api/v1/teams', id, payload);
  },
  missing: () => withId('/api/v1/teams', NO_SUCH, payload),
  expected: admins(outcome),
});

/** An agent of its own each time. */
async function freshAgent({ services, admin }: World): Promise<string> {
  const { agent } = await inviteAgent(contextFor(services, admin), { email: `${fresh()}@desk.example` });
  return agent.id;
}
const ofAgent = (step: string, payload: object | undefined, outcome: number): RouteRow => ({
  call: async (world) => withId('/api/v1/agents', `${await freshAgent(world)}${step}`, payload),
  missing: () => withId('/api/v1/agents', `${NO_SUCH}${step}`, payload),
  expected: admins(outcome),
});

/** A number of its own each time, of a region that no company has. */
const ofNumber = (payload: object | undefined, outcome: number): RouteRow => ({
  call: async ({ services, admin }) => {
    const given = { region: 'KZ', number: '+7 727 000-00-00' };
    const { id } = await createPhoneNumber(contextFor(services, admin), given);
    return withId('/api/v1/phone-numbers', id, payload);
  },
  missing: () => withId('/api/v1/phone-numbers', NO_SUCH, payload),
  expected: admins(outcome),
});

export const TEAM_ROWS: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/teams': list('/api/v1/teams'),
  'POST /api/v1/teams': {
    call: (): Call => ({ url: '/api/v1/teams', payload: { name: fresh() } }),
    expected: admins(201),
  },
  'GET /api/v1/teams/:id': ofTeam(undefined, 200),
  'PATCH /api/v1/teams/:id': ofTeam({ members: [] }, 200),
  'DELETE /api/v1/teams/:id': ofTeam(undefined, 204),
  'GET /api/v1/retention': list('/api/v1/retention'),
  'GET /api/v1/retention/preview': list('/api/v1/retention/preview?key=retention.alerts_days&days=30'),
  'GET /api/v1/phone-numbers': list('/api/v1/phone-numbers'),
  'POST /api/v1/phone-numbers': {
    call: (): Call => ({
      url: '/api/v1/phone-numbers',
      payload: { region: 'KZ', number: '+7 727 000-00-01' },
    }),
    expected: admins(201),
  },
  'GET /api/v1/phone-numbers/:id': ofNumber(undefined, 200),
  'PATCH /api/v1/phone-numbers/:id': ofNumber({ note: 'Бухгалтерия' }, 200),
  'DELETE /api/v1/phone-numbers/:id': ofNumber(undefined, 204),
  'GET /api/v1/agents': list('/api/v1/agents'),
  'POST /api/v1/agents': {
    call: (): Call => ({ url: '/api/v1/agents', payload: { email: `${fresh()}@desk.example` } }),
    expected: admins(201),
  },
  'GET /api/v1/agents/:id': ofAgent('', undefined, 200),
  'PATCH /api/v1/agents/:id': ofAgent('', { capacity: 5 }, 200),
  'POST /api/v1/agents/:id/sign-in-link': ofAgent('/sign-in-link', {}, 201),
  'POST /api/v1/agents/:id/disable': ofAgent('/disable', { handTo: null }, 200),
  'POST /api/v1/agents/:id/enable': ofAgent('/enable', {}, 200),
};
