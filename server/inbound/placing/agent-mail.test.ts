import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../../db/actor';
import { as, makeAgent, makeRequester, type TestServices } from '../../testing/make-services';
import { updateTicket } from '../../tickets/update-ticket';
import { type MailStage, openMailStage } from './open-mail-stage';

let stage: MailStage;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;
let conversationId: string;
let number: number;
let to: string;

beforeAll(async () => {
  stage = await openMailStage();
  services = stage.services;
  anna = await makeAgent(services, 'Анна');
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set email = 'anna@desk.example' where id = ${anna.agentId}`,
  );
  olga = await makeRequester(services);
  await stage.setting('mail.authentication', 'none');
  conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'Как вывести?', start: {} };
  ({ number } = await sendMessage(as(services, olga), input, { kind: 'message', channel: 'widget' }));
  to = await stage.addressOf(conversationId, { companyId: olga.companyId, agentId: anna.agentId });
});
afterAll(() => stage.close());

const FROM = 'Анна <anna@desk.example>';

it('is an answer to the requester, without what it quotes', async () => {
  expect(await stage.place({ from: FROM, to, text: 'Откройте «Кошельки».' })).toMatchObject({
    ticket: number,
  });
  const message = (await stage.messagesOf(conversationId, olga)).at(-1);
  expect(message).toMatchObject({ author: { kind: 'agent', name: 'Анна' }, text: 'Откройте «Кошельки».' });
  expect(message).not.toHaveProperty('folded');
});

it('is a note where its first line says so', async () => {
  for (const first of ['#note', '#заметка']) {
    await stage.place({ from: FROM, to, text: `${first}\r\nСпросить бухгалтерию.` });
    const { events } = await stage.threadOf(conversationId, anna);
    expect(events.at(-1)).toMatchObject({ kind: 'note', message: { text: 'Спросить бухгалтерию.' } });
  }
  expect(JSON.stringify(await stage.threadOf(conversationId, olga))).not.toContain('бухгалтерию');
});

it('is taken from the agent alone whose address it was sent to', async () => {
  const before = await stage.messagesOf(conversationId, anna);
  await makeAgent(services, 'Борис');
  const other = { from: 'eve@elsewhere.example', to };
  expect(await stage.place(other)).toMatchObject({ state: 'held', reason: 'foreign_token' });
  expect(await stage.place({ to })).toMatchObject({ state: 'held', reason: 'foreign_token' });
  const own = await stage.addressOf(conversationId, olga);
  expect(await stage.place({ from: FROM, to: own })).toMatchObject({
    state: 'held',
    reason: 'agent_without_token',
  });
  expect(await stage.place({ from: FROM, subject: `Re: [#${number}]` })).toMatchObject({
    state: 'held',
    reason: 'agent_without_token',
  });
  await stage.setting('mail.authentication', 'headers');
  expect(await stage.place({ from: FROM, to })).toMatchObject({ state: 'held', reason: 'not_believed' });
  await stage.setting('mail.authentication', 'none');
  expect(await stage.messagesOf(conversationId, anna)).toEqual(before);
});

it('waits for somebody at the desk when the ticket is closed', async () => {
  await updateTicket(as(services, anna), number, { status: 'closed' });
  expect(await stage.place({ from: FROM, to })).toMatchObject({ state: 'held', reason: 'ticket_closed' });
});
