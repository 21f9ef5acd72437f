import type { RequesterThread } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { claimMail, findDueMail } from '../mail/claim-mail';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { judgeSolution } from '../tickets/judge-solution';
import { listColleagues } from '../tickets/list-colleagues';
import { mergeTickets } from '../tickets/merge-tickets';
import { signOffer } from '../tickets/sign-offer';
import { splitTicket } from '../tickets/split-ticket';
import { updateTicket } from '../tickets/update-ticket';
import { addFollower, followConversation } from './follow-conversation';
import { countOpenConversations, listConversations } from './list-conversations';
import { markRead } from './mark-read';
import { openConversation } from './open-conversation';
import { sendMessage } from './send-message';
import { unfollowConversation } from './unfollow-conversation';

let clone: TestDatabase;
let services: TestServices;
let anna: Context;
let olga: Context;
let petr: Context & { actor: RequesterActor };
let conversationId: string;
let number: number;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = as(services, await makeAgent(services));
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

/** Olga has asked and was answered; Pyotr is her colleague, of a company of their own. */
beforeEach(async () => {
  const company = uuidv7();
  olga = as(services, await makeRequester(services, { company }));
  petr = await colleague(company, 'Пётр', 'petr@vita.example');
  conversationId = uuidv7();
  ({ number } = await say(olga, 'Не приходит письмо', {}));
  await say(anna, 'Проверьте адрес');
});

async function colleague(company: string, name: string, email: string | null = null) {
  const actor = await makeRequester(services, { company, name, email });
  return { ...as(services, actor), actor };
}

function say(ctx: Context, text: string, start?: object, id = conversationId) {
  services.clock.now += 1000;
  const input = { conversationId: id, clientId: uuidv7(), text, ...(start ? { start } : {}) };
  return sendMessage(ctx, input, { kind: 'message', channel: 'widget' });
}

const join = (who: typeof petr = petr, of = number) =>
  followConversation(who, {
    number: of,
    offer: signOffer(services, { personId: who.actor.personId, number: of }),
  });

async function threadOf(ctx: Context, id = conversationId): Promise<RequesterThread> {
  const opened = await openConversation(ctx, { conversationId: id });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  return opened.thread as RequesterThread;
}

const refusal = (code: string) => expect.objectContaining({ code });
const listOf = async (ctx: Context) => (await listConversations(ctx, { limit: 20 })).results;

describe('who joins a colleague’s conversation', () => {
  it('sees all of it, finds it in their list and counts the answers that they have not read', async () => {
    await expect(openConversation(petr, { conversationId })).rejects.toEqual(refusal('not_found'));
    await join();
    const { conversation, events } = await threadOf(petr);
    expect(conversation).toMatchObject({
      requester: { name: 'Ольга' },
      followers: [{ id: petr.actor.personId, name: 'Пётр' }],
    });
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'message', 'follower']);
    expect(await listOf(petr)).toMatchObject([{ id: conversationId, following: true, unread: 0 }]);
    await say(anna, 'Ещё раз проверьте');
    expect(await listOf(petr)).toMatchObject([{ unread: 1 }]);
    expect(await countOpenConversations(petr)).toEqual({ openConversations: 1, unread: 1 });
    await markRead(petr, { conversationId, seq: 4 });
    expect(await listOf(petr)).toMatchObject([{ unread: 0 }]);
    expect(await listOf(olga)).toMatchObject([{ following: false, unread: 2 }]);
  });

  it('needs an offer of that ticket to themselves, still good, while such offers are made', async () => {
    const mine = { personId: petr.actor.personId, number };
    const refused = (offer: string) =>
      expect(followConversation(petr, { number, offer })).rejects.toEqual(refusal('not_found'));
    await refused('');
    await refused(signOffer(services, { ...mine, personId: uuidv7() }));
    await refused(signOffer(services, { ...mine, number: number + 1 }));
    const offer = signOffer(services, mine);
    services.clock.now += 61 * 60_000;
    await refused(offer);
    const stranger = await colleague(uuidv7(), 'Чужой');
    await expect(join(stranger)).rejects.toEqual(refusal('not_found'));
    expect((await threadOf(olga)).conversation.followers).toEqual([]);
  });

  it('writes under their own name, and moves nobody else’s mark', async () => {
    await join();
    const { event } = await say(petr, 'У меня то же');
    expect(event.author).toEqual({ kind: 'requester', id: petr.actor.personId, name: 'Пётр' });
    const { conversation } = await threadOf(olga);
    expect(conversation).toMatchObject({ lastSeq: 4, requesterReadSeq: 1 });
    expect(await listOf(olga)).toMatchObject([{ unread: 1 }]);
    expect(await listOf(petr)).toMatchObject([{ unread: 0 }]);
  });

  it('does so once, and not as its requester, nor when it is closed', async () => {
    await join();
    await join();
    const asked = { number, personId: (olga.actor as RequesterActor).personId };
    await addFollower(anna, asked);
    expect((await threadOf(olga)).conversation).toMatchObject({ lastSeq: 3, followers: [{ name: 'Пётр' }] });
    await unfollowConversation(anna, { number, personId: petr.actor.personId });
    await updateTicket(anna, number, { status: 'closed' });
    await expect(join()).rejects.toEqual(refusal('conversation_closed'));
  });

  it('does not say whether it is solved, and returns no task', async () => {
    await join();
    await updateTicket(anna, number, { type: 'task' });
    await updateTicket(anna, number, { status: 'solved' });
    for (const solved of [true, false]) {
      await expect(judgeSolution(petr, { number, solved })).rejects.toEqual(refusal('forbidden'));
    }
    await say(petr, 'А у меня не так');
    expect((await threadOf(olga)).conversation).toMatchObject({
      status: 'pending',
      acceptBy: expect.any(String),
    });
    await say(olga, 'Не так');
    expect((await threadOf(petr)).conversation).toMatchObject({ status: 'open', acceptBy: null });
  });
});

describe('who follows no more', () => {
  it('is told so and sees nothing from then on', async () => {
    await join();
    const left: object[] = [];
    const stop = services.bus.subscribe({ left: (fact) => left.push(fact) });
    await unfollowConversation(petr, { number, personId: petr.actor.personId });
    stop();
    expect(left).toEqual([
      { conversationId, companyId: petr.actor.companyId, personId: petr.actor.personId },
    ]);
    await expect(openConversation(petr, { conversationId })).rejects.toEqual(refusal('not_found'));
    await expect(say(petr, 'Ещё')).rejects.toEqual(refusal('not_found'));
    expect(await listOf(petr)).toEqual([]);
    const { conversation, events } = await threadOf(olga);
    expect(conversation.followers).toEqual([]);
    expect(events.at(-1)).toMatchObject({ kind: 'follower', left: true, author: { name: 'Пётр' } });
  });

  it('may be taken away by the requester, a manager and agents, and not by another follower', async () => {
    const company = uuidv7();
    const asker = as(services, await makeRequester(services, { company }));
    const boss = as(services, await makeRequester(services, { company, role: 'manager' }));
    const [first, second] = [await colleague(company, 'Раз'), await colleague(company, 'Два')];
    conversationId = uuidv7();
    ({ number } = await say(asker, 'Вопрос', {}));
    await join(second);
    for (const who of [asker, boss, anna]) {
      await join(first);
      const one = { number, personId: first.actor.personId };
      await expect(unfollowConversation(second, one)).rejects.toEqual(refusal('forbidden'));
      await unfollowConversation(who, one);
      await expect(openConversation(first, { conversationId })).rejects.toEqual(refusal('not_found'));
    }
  });
});

it('names agents those of the company who could follow, and nobody else', async () => {
  const company = uuidv7();
  const asker = as(services, await makeRequester(services, { company, name: 'Ася' }));
  const there = await colleague(company, 'Борис', 'b@vita.example');
  await colleague(company, 'Вера', 'vera@vita.example');
  const blocked = await colleague(company, 'Глеб');
  await makeRequester(services, { company, name: 'Дина', role: 'distributor' });
  ({ number } = await say(asker, 'Вопрос', {}, uuidv7()));
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update people set blocked_at = now() where id = ${blocked.actor.personId}`,
  );
  const names = async (q: string) =>
    (await listColleagues(anna, { number, q })).results.map(({ name }) => name);
  expect(await names('')).toEqual(['Борис', 'Вера']);
  expect(await names('VERA@')).toEqual(['Вера']);
  await join(there);
  expect(await names('')).toEqual(['Вера']);
});

it('lets agents and managers add those of the company alone who are served', async () => {
  const add = (ctx: Context, personId: string) => addFollower(ctx, { number, personId });
  const stranger = await makeRequester(services, { company: uuidv7() });
  await expect(add(anna, stranger.personId)).rejects.toEqual(refusal('unknown_requester'));
  await expect(add(olga, petr.actor.personId)).rejects.toEqual(refusal('forbidden'));
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update people set blocked_at = now() where id = ${petr.actor.personId}`,
  );
  await expect(add(anna, petr.actor.personId)).rejects.toEqual(refusal('unknown_requester'));
});

/** Who is mailed which intro, once everything has waited long enough. */
async function mailsDue(): Promise<Record<string, string>> {
  services.clock.now += 10 * 60_000;
  const told: Record<string, string> = {};
  for (const due of (await findDueMail(services)).filter((one) => one.conversationId === conversationId)) {
    const claim = await claimMail(services, due);
    if (claim) told[claim.mail.to.address] = claim.mail.text.split('\n')[2] ?? '';
  }
  return told;
}

describe('the mail of an answer', () => {
  it('goes to followers too who have not seen it, each in their words', async () => {
    await join();
    await say(anna, 'Ответ');
    expect(await mailsDue()).toEqual({
      'olga@vita.example': expect.stringContaining('Вам ответили'),
      'petr@vita.example': expect.stringContaining('за которым вы следите'),
    });
  });

  it('goes not to who has read it, follows no more, or is blocked', async () => {
    await markRead(olga, { conversationId, seq: 2 });
    await join();
    await say(anna, 'Ответ');
    await markRead(petr, { conversationId, seq: 4 });
    await markRead(olga, { conversationId, seq: 4 });
    expect(await mailsDue()).toEqual({});
    await say(anna, 'Ответ');
    await unfollowConversation(petr, { number, personId: petr.actor.personId });
    await markRead(olga, { conversationId, seq: 6 });
    expect(await mailsDue()).toEqual({});
    await join();
    await say(anna, 'Ответ');
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update people set blocked_at = now() where id = ${petr.actor.personId}`,
    );
    await markRead(olga, { conversationId, seq: 8 });
    expect(await mailsDue()).toEqual({});
  });
});

describe('followers come along', () => {
  it('to the ticket that is split off, and to the one that theirs is merged into', async () => {
    await join();
    const split = await splitTicket(anna, { number, seq: 1 });
    expect(split.followers).toMatchObject([{ name: 'Пётр' }]);
    const other = uuidv7();
    const twin = await say(olga, 'То же', {}, other);
    await mergeTickets(anna, { number, into: twin.number });
    expect((await threadOf(petr, other)).conversation.followers).toMatchObject([{ name: 'Пётр' }]);
  });

  it('to the ticket that goes on from theirs; one that a follower opens is followed by who had asked', async () => {
    await join();
    await updateTicket(anna, number, { status: 'solved' });
    services.clock.now += 30 * 86_400_000;
    const { event } = await say(petr, 'Снова не приходит письмо');
    expect(event.conversationId).not.toBe(conversationId);
    const { conversation } = await threadOf(olga, event.conversationId);
    expect(conversation).toMatchObject({ requester: { name: 'Пётр' }, followers: [{ name: 'Ольга' }] });
    const again = await say(olga, 'И у меня');
    expect(again.event.conversationId).toBe(event.conversationId);
  });
});
