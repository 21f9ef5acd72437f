import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listConversations } from '../conversations/list-conversations';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listMessages, readTicket } from '../tickets/read-tickets';
import { changeCallBack } from './change-call-back';
import { findCallers } from './find-callers';
import { issueCallCode } from './issue-call-code';
import { listCallBacks } from './list-call-backs';
import { recordCall } from './record-call';

const PAGE = { url: 'https://office.example/payouts', title: 'Выплаты' };
const MINUTE_MS = 60_000;

let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
let mikhail: AgentActor;
let olga: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = await makeAgent(services);
  mikhail = await makeAgent(services, 'Михаил');
  olga = await makeRequester(services, { name: 'Ольга Петрова' });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql`insert into phone_numbers (id, region, number) values (${uuidv7()}, 'ru', '+74950000000')`,
  );
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const messagesOf = async (actor: AgentActor | RequesterActor, number: number) =>
  (await listMessages(as(services, actor), { number }, { limit: 50 })).results;

it('finds who calls by their code, with the page they are on; another agent cannot use the code again', async () => {
  const { code } = await issueCallCode(as(services, olga), { page: PAGE, text: 'Не вижу выплату' });
  expect(code).toMatch(/^\d{6}$/);
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`;
  const [caller] = await findCallers(as(services, anna), spoken);
  expect(caller).toMatchObject({
    by: 'code',
    page: PAGE,
    text: 'Не вижу выплату',
    person: { name: 'Ольга Петрова' },
  });
  expect(await findCallers(as(services, anna), code)).toHaveLength(1);
  expect(await findCallers(as(services, mikhail), code)).toEqual([]);
});

it('lets a code live for fifteen minutes, and one at a time for a person', async () => {
  const first = await issueCallCode(as(services, olga), {});
  const second = await issueCallCode(as(services, olga), {});
  expect(await findCallers(as(services, anna), first.code)).toEqual([]);
  services.clock.now += 15 * MINUTE_MS;
  expect(await findCallers(as(services, anna), second.code)).toEqual([]);
});

it('gives no code where the company’s region has no number', async () => {
  const far = await makeRequester(services, { company: 'altyn' });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update companies set region = 'KZ' where id = ${far.companyId}`,
  );
  await expect(issueCallCode(as(services, far), {})).rejects.toMatchObject({ code: 'not_found' });
});

it('makes one ticket of what was said, however often the form is sent', async () => {
  const { code } = await issueCallCode(as(services, olga), { page: PAGE });
  const [caller] = await findCallers(as(services, anna), code);
  const record = {
    clientId: uuidv7(),
    personId: olga.personId,
    text: 'Не проходит выплата дистрибьютору',
    answer: 'Выплата ждёт подтверждения банка',
    note: 'Просила быстрее',
    type: 'problem',
    priority: 'high',
    callBack: { number: '8 495 123-45-67', dueAt: '2026-11-23T12:00:00.000Z', note: 'после обеда' },
    ...(caller?.codeId ? { codeId: caller.codeId } : {}),
  } as const;
  const number = await recordCall(as(services, anna), record);
  expect(await recordCall(as(services, anna), record)).toBe(number);

  expect(await readTicket(as(services, anna), { number })).toMatchObject({
    channel: 'phone',
    type: 'problem',
    priority: 'high',
    page: PAGE,
    requester: { id: olga.personId },
  });
  const seen = await messagesOf(olga, number);
  expect(seen.map(({ text, author, channel }) => [author.kind, channel, text])).toEqual([
    ['requester', 'phone', 'Не проходит выплата дистрибьютору'],
    ['agent', 'phone', 'Выплата ждёт подтверждения банка'],
  ]);
  const own = await listConversations(as(services, olga), { limit: 10 });
  expect(own.results[0]).toMatchObject({ number, channel: 'phone' });

  const [promised, ...more] = await listCallBacks(as(services, mikhail));
  expect(more).toEqual([]);
  expect(promised).toMatchObject({
    number: '+74951234567',
    note: 'после обеда',
    ticket: { number },
    agent: 'Анна',
  });
  await changeCallBack(as(services, mikhail), promised?.id ?? '', { done: true });
  expect(await listCallBacks(as(services, anna))).toEqual([]);
  await changeCallBack(as(services, mikhail), promised?.id ?? '', { done: false });
  expect(await listCallBacks(as(services, anna))).toHaveLength(1);
});

it('writes a note on an existing ticket, which the requester does not see', async () => {
  const number = await recordCall(as(services, anna), {
    clientId: uuidv7(),
    personId: olga.personId,
    text: 'Первый звонок',
  });
  const again = { clientId: uuidv7(), personId: olga.personId, number, text: 'Звонила ещё раз' };
  expect(await recordCall(as(services, anna), again)).toBe(number);
  expect((await messagesOf(olga, number)).map(({ text }) => text)).toEqual(['Первый звонок']);
  const stranger = await makeRequester(services, { company: 'other' });
  await expect(
    recordCall(as(services, anna), { ...again, clientId: uuidv7(), personId: stranger.personId }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

it('refuses a distributor, an unknown person and a number that cannot be called', async () => {
  const distributor = await makeRequester(services, { role: 'distributor' });
  for (const personId of [distributor.personId, uuidv7()]) {
    await expect(
      recordCall(as(services, anna), { clientId: uuidv7(), personId, text: 'Алло' }),
    ).rejects.toMatchObject({ code: 'unknown_requester' });
  }
  const callBack = { number: 'завтра', dueAt: '2026-11-23T12:00:00.000Z' };
  await expect(
    recordCall(as(services, anna), { clientId: uuidv7(), personId: olga.personId, text: 'Алло', callBack }),
  ).rejects.toMatchObject({ code: 'invalid_input', field: 'callBack.number' });
});
