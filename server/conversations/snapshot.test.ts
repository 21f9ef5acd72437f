import { applyEvents } from '@beseda/shared/domain/apply-event';
import type { AgentThread, RequesterThread } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recountClocks } from '../clocks/recount-clocks';
import { sweepClocks } from '../clocks/sweep-clocks';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { judgeSolution } from '../tickets/judge-solution';
import { mergeTickets } from '../tickets/merge-tickets';
import { rateTicket } from '../tickets/rate-ticket';
import { splitTicket } from '../tickets/split-ticket';
import { unmergeTicket } from '../tickets/unmerge-ticket';
import { updateTicket } from '../tickets/update-ticket';
import { addFollower } from './follow-conversation';
import { markRead } from './mark-read';
import { openConversation } from './open-conversation';
import { sendMessage } from './send-message';
import { unfollowConversation } from './unfollow-conversation';

const HOUR = 3_600_000;
let clone: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

/** The company's plan promises as much as another; `Solving` a solution too, `Nothing` no more. */
async function changePolicy(policy: string): Promise<void> {
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into sla_policies (id, name, calendar_id, targets, by_priority)
      select gen_random_uuid(), made.name, calendar_id, made.targets, made.by_priority
      from sla_policies, (values
        ('Solving', '{"firstReaction": 3600, "nextReaction": null, "resolution": 36000}'::jsonb,
          '{"urgent": {"resolution": 7200, "nextReaction": 1800}}'::jsonb),
        ('Nothing', '{"firstReaction": null, "nextReaction": null, "resolution": null}', '{}')) as made (name, targets, by_priority)
      where sla_policies.name like 'Start%' and made.name = ${policy}`;
    await sql`
      update plans set policy_id = (select id from sla_policies where name like ${`${policy}%`} limit 1)
      where key = 'business'`;
  });
}

/** Deterministic, so that a failure can be run again with its seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Not every message can be split off, nor every ticket merged. */
function ifRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

async function snapshot(ctx: Context, conversationId: string): Promise<RequesterThread | AgentThread> {
  const opened = await openConversation(ctx, { conversationId });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  return opened.thread;
}

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'snapshot + events = a fresh snapshot, for both viewers and every kind (seed %i)',
  async (seed) => {
    const pick = random(seed);
    const olga = as(services, await makeRequester(services));
    const petr = await makeRequester(services, { name: 'Пётр' });
    const agent = await makeAgent(services);
    const anna = as(services, agent);
    const conversationId = uuidv7();
    const say = (ctx: Context, kind: 'message' | 'note', start?: object, text = `текст ${pick(1000)}`) =>
      sendMessage(
        ctx,
        { conversationId, clientId: uuidv7(), text, ...(start ? { start } : {}) },
        {
          kind,
          channel: 'widget',
        },
      );
    const { number } = await say(olga, 'message', {});
    const split = (of: number, seq: number) => splitTicket(anna, { number: of, seq }).catch(ifRefused);
    const mergeAnother = async (other: number) => {
      const input = { conversationId: uuidv7(), clientId: uuidv7(), text: 'То же самое', start: {} };
      const twin = await sendMessage(olga, input, { kind: 'message', channel: 'widget' });
      await mergeTickets(anna, { number: twin.number, into: other }).catch(ifRefused);
    };
    const held = [await snapshot(olga, conversationId), await snapshot(anna, conversationId)];
    const steps = [
      () => say(olga, 'message'),
      () => say(anna, 'message'),
      () => say(anna, 'note'),
      () =>
        updateTicket(anna, number, {
          status: (['open', 'pending', 'on_hold', 'solved'] as const)[pick(4)] ?? 'open',
        }),
      () =>
        updateTicket(anna, number, {
          type: (['question', 'problem', 'task', null] as const)[pick(4)] ?? null,
        }),
      () =>
        updateTicket(anna, number, {
          priority: (['low', 'normal', 'high', 'urgent'] as const)[pick(4)] ?? 'low',
        }),
      () => updateTicket(anna, number, { assignee: pick(2) ? agent.agentId : null }),
      () => say(olga, 'message', undefined, 'Спасибо!'),
      () => split(number, pick(9) + 1),
      () => mergeAnother(number),
      () => unmergeTicket(anna, number),
      () => addFollower(anna, { number, personId: petr.personId }).catch(ifRefused),
      () => unfollowConversation(anna, { number, personId: petr.personId }),
      () => say(as(services, petr), 'message').catch(ifRefused),
      () => judgeSolution(olga, { number, solved: pick(2) === 1 }),
      async () => {
        await judgeSolution(olga, { number, solved: true }).catch(ifRefused);
        const score = (['good', 'bad', null] as const)[pick(3)] ?? null;
        await rateTicket(olga, { number, score }).catch(ifRefused);
      },
      async () => {
        services.clock.now += 3 * HOUR;
        await sweepClocks(services);
      },
      async () => {
        await changePolicy((['Start', 'Enterprise', 'Solving', 'Nothing'] as const)[pick(4)] ?? 'Start');
        await recountClocks(services, 0);
      },
    ];
    for (let i = 0; i < 10 + pick(40); i++) {
      services.clock.now += 1000;
      await steps[pick(steps.length)]?.();
    }
    for (const [i, ctx] of [olga, anna].entries()) {
      const before = held[i] as RequesterThread;
      const resumed = await openConversation(ctx, { conversationId, after: before.conversation.lastSeq });
      if (resumed.kind !== 'events') throw new Error('no events');
      const { thread, outcome } = applyEvents(before, resumed.events as RequesterThread['events']);
      const fresh = (await snapshot(ctx, conversationId)) as RequesterThread;
      expect(outcome).not.toBe('gap');
      expect(thread.conversation).toEqual(fresh.conversation);
      expect(thread.events).toEqual(fresh.events);
    }
  },
);

it('marks read forward only, and counts what is left', async () => {
  const olga = as(services, await makeRequester(services));
  const anna = as(services, await makeAgent(services));
  const conversationId = uuidv7();
  const send = (ctx: Context, start?: object) =>
    sendMessage(
      ctx,
      { conversationId, clientId: uuidv7(), text: 'текст', ...(start ? { start } : {}) },
      {
        kind: 'message',
        channel: 'widget',
      },
    );
  await send(olga, {});
  await send(anna);
  await send(anna);
  await markRead(olga, { conversationId, seq: 2 });
  await markRead(olga, { conversationId, seq: 1 });
  expect((await snapshot(olga, conversationId)).conversation.requesterReadSeq).toBe(2);
  await markRead(olga, { conversationId, seq: 99 });
  expect((await snapshot(olga, conversationId)).conversation.requesterReadSeq).toBe(3);
});
