import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { CallCard } from '@beseda/shared/protocol/http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listMessages, listTickets } from '../tickets/read-tickets';
import { checkCallSignature, signCall } from './check-call-signature';
import { hearCall } from './hear-call';
import { recordCall } from './record-call';

const KNOWN = '+74951234567';

let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;
const told: { card: CallCard; agentId: string | null }[] = [];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  services.bus.subscribe({ called: (card, agentId) => told.push({ card, agentId }) });
  anna = await makeAgent(services);
  olga = await makeRequester(services, { name: 'Ольга Петрова' });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set extension = '101' where id = ${anna.agentId}`,
  );
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const ring = (call: string, from = KNOWN) =>
  hearCall(services, { event: 'ringing', call, from, extension: '101' });
const ticketsOf = async (actor: RequesterActor) =>
  (await listTickets(as(services, actor), { limit: 50 })).results;

it('shows the card at the agent whose telephone rings, and learns the number when the agent says who it is', async () => {
  const { id } = await ring('a.1');
  expect(told.at(-1)).toMatchObject({
    agentId: anna.agentId,
    card: { state: 'ringing', number: KNOWN, callers: [] },
  });
  await recordCall(as(services, anna), {
    clientId: uuidv7(),
    personId: olga.personId,
    text: 'Алло',
    callId: id,
  });
  await ring('a.2');
  expect(told.at(-1)?.card.callers).toMatchObject([{ by: 'number', person: { name: 'Ольга Петрова' } }]);
});

it('opens a ticket for a missed call, and writes to it when the caller is missed again', async () => {
  const before = (await ticketsOf(olga)).length;
  await ring('b.1');
  const missed = { event: 'ended', call: 'b.1', from: '8 (495) 123-45-67' } as const;
  expect((await hearCall(services, missed)).state).toBe('missed');
  await hearCall(services, missed);
  expect(await ticketsOf(olga)).toHaveLength(before + 1);
  await ring('b.2');
  await hearCall(services, { ...missed, call: 'b.2' });
  const [ticket, ...rest] = await ticketsOf(olga);
  expect(rest).toHaveLength(before);
  const { results } = await listMessages(as(services, anna), { number: ticket?.number ?? 0 }, { limit: 10 });
  expect(results.map(({ text }) => text)).toEqual([
    'Пропущенный звонок с номера +7 495 123-45-67, 23.11.2026, 12:00 МСК.',
    'Пропущенный звонок с номера +7 495 123-45-67, 23.11.2026, 12:00 МСК.',
  ]);
});

it('opens none for a call that was answered, in whichever order its events come', async () => {
  const before = (await ticketsOf(olga)).length;
  await hearCall(services, { event: 'answered', call: 'c.1', from: KNOWN, extension: '101' });
  expect((await ring('c.1')).state).toBe('answered');
  const ended = await hearCall(services, {
    event: 'ended',
    call: 'c.1',
    from: KNOWN,
    durationSeconds: 95,
    recordingUrl: 'https://pbx.example/1.mp3',
  });
  expect(ended.state).toBe('ended');
  expect((await ring('c.1')).state).toBe('ended');
  expect(await ticketsOf(olga)).toHaveLength(before);
});

it('keeps callers whom nobody knows in a company of their own', async () => {
  await hearCall(services, { event: 'ended', call: 'd.1', from: '+79160000000' });
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      select o.external_id as company, p.name from people p join companies o on o.id = p.company_id
      where p.sub = '+79160000000'`,
  );
  expect(row).toEqual({ company: 'beseda:unknown-callers', name: '+7 916 000-00-00' });
});

it('refuses what is no number', async () => {
  await expect(
    hearCall(services, { event: 'ringing', call: 'e.1', from: 'anonymous' }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    field: 'from',
  });
});

it('takes a body with the signature of its time only, and not for longer than five minutes', () => {
  const body = '{"event":"ringing"}';
  const at = '1795424400';
  const now = Number(at) * 1000;
  const check = (given: object, when = now) =>
    checkCallSignature(
      'secret',
      { timestamp: at, signature: signCall('secret', at, body), body, ...given },
      when,
    );
  expect(() => check({})).not.toThrow();
  const refusals: [object, number?][] = [
    [{ body: '{"event":"ended"}' }],
    [{ timestamp: String(Number(at) + 1) }],
    [{ signature: undefined }],
    [{ signature: signCall('other', at, body) }],
    [{ timestamp: 'now' }],
    [{}, now + 301_000],
  ];
  for (const [given, when] of refusals)
    expect(() => check(given, when)).toThrow(expect.objectContaining({ code: 'call_signature' }));
});
