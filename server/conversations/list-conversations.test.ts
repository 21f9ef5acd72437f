import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ConversationSummary } from '@beseda/shared/protocol/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentActor, RequesterActor } from '../db/actor';
import { listColleagues } from '../people/list-colleagues';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';
import { addFollower } from './follow-conversation';
import { listConversations } from './list-conversations';
import type { ConversationFilter } from './pick-conversations';
import { sendMessage } from './send-message';

let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;
let ivan: RequesterActor;
let maria: RequesterActor;
let stranger: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = await makeAgent(services);
  olga = await makeRequester(services, { name: 'Ольга Ковалёва' });
  ivan = await makeRequester(services, { name: 'Иван' });
  maria = await makeRequester(services, { name: 'Мария', role: 'manager' });
  stranger = await makeRequester(services, { company: 'other', role: 'manager' });
  await makeRequester(services, { name: 'Пётр', role: 'distributor' });
  await ask(olga, 'Отчёт не строится', { status: 'solved' });
  await ask(olga, 'Выплата зависла', { type: 'problem' });
  await ask(ivan, 'Где настройки', { type: 'question', status: 'pending' });
  await ask(maria, 'Новый раздел', { type: 'task' });
  await ask(stranger, 'Отчёт чужой', {});
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

async function write(actor: RequesterActor | AgentActor, conversationId: string, text: string) {
  services.clock.now += 60_000;
  const start = actor.kind === 'agent' ? {} : { start: {} };
  const input = { conversationId, clientId: uuidv7(services.clock.now), text, ...start };
  return sendMessage(as(services, actor), input, { kind: 'message', channel: 'portal' });
}

async function ask(
  actor: RequesterActor,
  text: string,
  patch: Parameters<typeof updateTicket>[2],
): Promise<number> {
  const { number } = await write(actor, uuidv7(services.clock.now), text);
  services.clock.now += 60_000;
  if (Object.keys(patch).length > 0) await updateTicket(as(services, anna), number, patch);
  return number;
}

async function list(actor: RequesterActor, filter: ConversationFilter = {}): Promise<ConversationSummary[]> {
  return (await listConversations(as(services, actor), { limit: 50, ...filter })).results;
}

async function subjects(actor: RequesterActor, filter: ConversationFilter = {}): Promise<string[]> {
  return (await list(actor, filter)).map(({ subject }) => subject);
}

const WIDE = { who: 'company' } as const;

describe('a requester', () => {
  it('finds what they asked, newest first, and nobody else’s', async () => {
    expect(await subjects(olga)).toEqual(['Выплата зависла', 'Отчёт не строится']);
  });

  it('may not list the company, or a colleague', async () => {
    for (const filter of [WIDE, { person: ivan.personId }])
      await expect(list(olga, filter)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listColleagues(as(services, olga))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('narrows by status and by type', async () => {
    expect(await subjects(olga, { status: ['solved', 'closed'] })).toEqual(['Отчёт не строится']);
    expect(await subjects(olga, { type: 'problem' })).toEqual(['Выплата зависла']);
    expect(await subjects(olga, { type: 'none' })).toEqual(['Отчёт не строится']);
    expect(await subjects(olga, { type: 'task' })).toEqual([]);
  });

  it('searches words of subject, message and name, «е» for «ё» too, and the number', async () => {
    const [payout] = await list(olga, { type: 'problem' });
    if (!payout) throw new Error('not there');
    await write(anna, payout.id, 'Перезапустите расчёт 50% вручную');
    expect(await subjects(olga, { q: 'ВЫПЛАТА расчет' })).toEqual(['Выплата зависла']);
    expect(await subjects(olga, { q: '50% вручную' })).toEqual(['Выплата зависла']);
    expect(await subjects(olga, { q: '5_% вручную' })).toEqual([]);
    expect(await subjects(olga, { q: 'выплата строится' })).toEqual([]);
    for (const q of [`${payout.number}`, `№ ${payout.number}`, `#${payout.number}`])
      expect(await subjects(olga, { q })).toEqual(['Выплата зависла']);
  });

  it('does not find by what agents wrote among themselves', async () => {
    const [payout] = await list(olga, { type: 'problem' });
    const note = { conversationId: payout?.id ?? '', clientId: uuidv7(), text: 'Секретная пометка' };
    await sendMessage(as(services, anna), note, { kind: 'note', channel: 'portal' });
    expect(await subjects(olga, { q: 'секретная' })).toEqual([]);
  });
});

describe('a manager', () => {
  it('lists all of the company with who asked, and only that', async () => {
    const rows = await list(maria, WIDE);
    expect(rows.map(({ subject, requester }) => `${requester.name}: ${subject}`).toSorted()).toEqual([
      'Иван: Где настройки',
      'Мария: Новый раздел',
      'Ольга Ковалёва: Выплата зависла',
      'Ольга Ковалёва: Отчёт не строится',
    ]);
    expect(await subjects(stranger, WIDE)).toEqual(['Отчёт чужой']);
    expect(await subjects(maria)).toEqual(['Новый раздел']);
  });

  it('narrows by several statuses, type, words and colleague', async () => {
    expect((await subjects(maria, { ...WIDE, status: ['solved', 'pending'] })).toSorted()).toEqual([
      'Где настройки',
      'Отчёт не строится',
    ]);
    expect(await subjects(maria, { ...WIDE, type: 'question' })).toEqual(['Где настройки']);
    expect(await subjects(maria, { ...WIDE, q: 'ковалева отчет' })).toEqual(['Отчёт не строится']);
    expect(await subjects(maria, { ...WIDE, person: ivan.personId })).toEqual(['Где настройки']);
    expect(await subjects(maria, { ...WIDE, person: stranger.personId })).toEqual([]);
  });

  it('has unread answers of their own conversations and of those that they follow', async () => {
    const [payout] = await list(olga, { type: 'problem' });
    if (!payout) throw new Error('not there');
    await write(anna, payout.id, 'Ещё ответ');
    const unread = async (actor: RequesterActor, filter: ConversationFilter) =>
      (await list(actor, filter)).find(({ id }) => id === payout.id)?.unread;
    expect(await unread(olga, {})).toBeGreaterThan(0);
    expect(await unread(maria, WIDE)).toBe(0);
    await addFollower(as(services, maria), { number: payout.number, personId: maria.personId });
    await write(anna, payout.id, 'И ещё один');
    expect(await unread(maria, WIDE)).toBeGreaterThan(0);
  });

  it('turns pages without missing or repeating any, in every order', async () => {
    const filters: ConversationFilter[] = [WIDE, { ...WIDE, status: ['open', 'pending', 'solved'] }, {}];
    for (const filter of filters) {
      const paged: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listConversations(as(services, maria), {
          ...filter,
          limit: 1,
          ...(cursor === undefined ? {} : { cursor }),
        });
        paged.push(...page.results.map(({ number }) => number));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual((await list(maria, filter)).map(({ number }) => number));
    }
  });

  it('knows the staff of the company by name, distributors left out', async () => {
    const { results } = await listColleagues(as(services, maria));
    expect(results.map(({ name }) => name)).toEqual(['Иван', 'Мария', 'Ольга Ковалёва']);
  });
});
