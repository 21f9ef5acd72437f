import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { as, makeAgent, makeRequester, type TestServices } from '../testing/make-services';
import { handleInbound } from './handle-inbound';
import { listInbound } from './list-inbound';
import { type MailStage, openMailStage } from './placing/open-mail-stage';
import { readOriginal } from './read-original';
import { refuseMail, releaseMail } from './release-mail';
import { storeInbound } from './store-inbound';

let stage: MailStage;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;
let desk: Context;

beforeAll(async () => {
  stage = await openMailStage();
  services = stage.services;
  anna = await makeAgent(services, 'Анна');
  desk = as(services, anna);
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.clear();
  await services.database.inTransaction(SYSTEM, ({ sql }) => sql`delete from inbound_mails`);
  olga = await makeRequester(services);
});

async function arrive(lines: string[], to = 'support@desk.example') {
  const raw = Buffer.from(lines.join('\r\n'));
  await storeInbound(services, { raw, way: 'smtp', envelope: { from: '', to: [to] } });
  await handleInbound(services, { large: true });
  const [mail] = (await listInbound(desk, { limit: 1 })).results;
  if (!mail) throw new Error('nothing came');
  return mail;
}
const FROM_OLGA = ['From: olga@vita.example', 'Subject: Отчёт', '', 'Пустая страница.'];
async function ask() {
  const conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'Как вывести?', start: {} };
  return {
    conversationId,
    ...(await sendMessage(as(services, olga), input, { kind: 'message', channel: 'widget' })),
  };
}

it('opens the ticket that it would have opened, says who let it through, and does so once', async () => {
  const held = await arrive(FROM_OLGA);
  expect(held).toMatchObject({ state: 'held', reason: 'not_believed' });
  const released = await releaseMail(desk, held.id);
  expect(released).toMatchObject({ state: 'stored', reason: null, ticket: expect.any(Number) });
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql<{ id: string }[]>`select conversation_id as id from tickets where number = ${released.ticket ?? 0}`,
  );
  expect(await stage.messagesOf(row?.id ?? '', anna)).toMatchObject([
    { author: { id: olga.personId }, text: 'Пустая страница.', mail: { id: held.id, releasedBy: 'Анна' } },
  ]);
  await expect(releaseMail(desk, held.id)).rejects.toMatchObject({ code: 'mail_settled' });
  await expect(refuseMail(desk, held.id)).rejects.toMatchObject({ code: 'mail_settled' });
});

it('goes to the ticket that the agent names, in its requester’s name', async () => {
  const { conversationId, number } = await ask();
  const to = await stage.addressOf(conversationId, olga);
  const held = await arrive(['From: olga@private.example', 'Subject: Re: x', '', 'Это я, с телефона.'], to);
  expect(held).toMatchObject({ state: 'held', reason: 'not_participant' });
  await expect(releaseMail(desk, held.id)).rejects.toMatchObject({ code: 'invalid_input', field: 'ticket' });
  await expect(releaseMail(desk, held.id, { ticket: 999_999 })).rejects.toMatchObject({ field: 'ticket' });
  expect(await releaseMail(desk, held.id, { ticket: number })).toMatchObject({
    state: 'stored',
    ticket: number,
  });
  expect((await stage.messagesOf(conversationId, anna)).at(-1)).toMatchObject({
    author: { id: olga.personId },
    mail: { from: 'olga@private.example' },
  });
});

it('is nothing for requesters, and stays out when it is refused', async () => {
  const held = await arrive(FROM_OLGA);
  await expect(releaseMail(as(services, olga), held.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await refuseMail(desk, held.id)).toMatchObject({ state: 'refused', reason: 'refused_by_agent' });
  await expect(releaseMail(desk, held.id)).rejects.toMatchObject({ code: 'mail_settled' });
});

it('is shown as its sender laid it out, without asking anybody for anything until an agent wants it', async () => {
  const picture = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64').toString('base64');
  const held = await arrive([
    'From: olga@vita.example',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>See <img src="cid:a@b"> and <img src="https://spy.example/p.gif"><script>alert(1)</script></p>',
    '--b',
    'Content-Type: image/gif',
    'Content-ID: <a@b>',
    'Content-Transfer-Encoding: base64',
    '',
    picture,
    '--b--',
  ]);
  const plain = await readOriginal(desk, held.id, { remote: false });
  expect(plain.html).toContain(`src="data:image/gif;base64,${picture}"`);
  expect(plain.html).not.toMatch(/<script|\ssrc="https/);
  expect(plain.policy).toMatch(/default-src 'none'; img-src data:;.*sandbox/);
  const whole = await readOriginal(desk, held.id, { remote: true });
  expect(whole.html).toContain(' src="https://spy.example/p.gif"');
  expect(whole.html).not.toContain('<script');
  await expect(readOriginal(as(services, olga), held.id, { remote: false })).rejects.toMatchObject({
    code: 'not_found',
  });
});
