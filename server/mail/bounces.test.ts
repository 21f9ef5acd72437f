import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listOutgoing } from './list-outgoing';
import { unmarkAddress } from './mark-address';
import { type BounceReport, noteBounce } from './note-bounce';
import { headerOf, openTestReceiver, type TestReceiver } from './open-test-receiver';
import type { MailTransport } from './outgoing-mail';
import { readPersonMail, unmarkPersonMail } from './person-mail';
import { cancelMail, resendMail } from './resend-mail';
import { sendDueMail } from './send-due-mail';
import { createSmtpTransport } from './smtp-transport';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const DELAY_MS = 121_000;
const DAY_MS = 24 * 60 * 60_000;

let clone: TestDatabase;
let services: TestServices;
let receiver: TestReceiver;
let transport: MailTransport;
let anna: AgentActor;
let olga: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = await makeAgent(services, 'Anna');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});
beforeEach(async () => {
  receiver = await openTestReceiver();
  transport = createSmtpTransport(receiver.url);
  olga = await makeRequester(services, { name: 'Olga' });
});
afterEach(async () => {
  transport.close();
  await receiver.close();
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`delete from mail_outbox`;
    await sql`delete from bounced_addresses`;
  });
});

async function ask(): Promise<string> {
  const conversationId = uuidv7();
  await sendMessage(
    as(services, olga),
    { conversationId, clientId: uuidv7(), text: 'A question', start: { subject: 'How to pay' } },
    MESSAGE,
  );
  return conversationId;
}
const answer = (conversationId: string, text: string) =>
  sendMessage(as(services, anna), { conversationId, clientId: uuidv7(), text }, MESSAGE);
const pass = async () => {
  services.clock.now += DELAY_MS;
  return sendDueMail(services, transport);
};
const report = (over: Partial<BounceReport['bounce']>, to: string[] = []): BounceReport => ({
  bounce: { recipient: null, status: '5.1.1', originalMessageId: null, permanent: true, ...over },
  envelope: { from: '', to },
});
const markOf = async () => (await readPersonMail(as(services, anna), olga.personId)).mark;
const mailEvents = () =>
  services.published.filter(({ kind }) => kind === 'undelivered').map(({ data }) => data?.undelivered);
const listed = async () => (await listOutgoing(as(services, anna), { limit: 10 })).results;

describe('a report that a mail was not delivered', () => {
  it('marks its address, tells the agents on the ticket once, and lets no further mail go there', async () => {
    const conversation = await ask();
    await answer(conversation, 'First part.');
    await pass();
    const back = report({}, [receiver.mails[0]?.from ?? '']);
    const place = await noteBounce(services, back);
    expect(place).toMatchObject({ conversationId: conversation });
    expect(await noteBounce(services, back)).toEqual(place);
    expect(mailEvents()).toEqual([{ address: 'olga@vita.example', status: '5.1.1', marked: true }]);
    expect(services.published.at(-1)).toMatchObject({ audience: 'agents', author: { kind: 'system' } });
    expect(await markOf()).toMatchObject({ status: '5.1.1' });

    await answer(conversation, 'Second part.');
    expect(await pass()).toBe(0);
    expect(receiver.mails).toHaveLength(1);
    expect((await listed())[0]).toMatchObject({ state: 'dead', reason: 'address marked' });

    await unmarkPersonMail(as(services, anna), olga.personId);
    expect(await markOf()).toBeNull();
    await answer(conversation, 'Third part.');
    expect(await pass()).toBe(1);
    expect(receiver.mails[1]?.raw).toMatch(/Second part\.[\s\S]*Third part\./);
  });

  it('is taken by the quoted Message-ID only together with the recipient', async () => {
    await answer(await ask(), 'Text.');
    await pass();
    const originalMessageId = headerOf(receiver.mails[0], 'Message-ID')?.slice(1, -1) ?? '';
    expect(await noteBounce(services, report({ originalMessageId, recipient: 'x@evil.example' }))).toBeNull();
    expect(await markOf()).toBeNull();
    await noteBounce(services, report({ originalMessageId, recipient: 'Olga@vita.example' }));
    expect(await markOf()).not.toBeNull();
  });

  it('says nothing of mails that we never sent', async () => {
    const to = ['bounce+00000000000040008000000000000000@desk.example', 'support@desk.example'];
    const foreign = { originalMessageId: 'x@other.example', recipient: 'olga@vita.example' };
    expect(await noteBounce(services, report(foreign, to))).toBeNull();
    expect(await markOf()).toBeNull();
  });

  it('that is not final marks the address only when three come within days of each other', async () => {
    const conversation = await ask();
    const bounce = async (text: string) => {
      await answer(conversation, text);
      await pass();
      const to = [receiver.mails.at(-1)?.from ?? ''];
      await noteBounce(services, report({ permanent: false, status: '4.2.2' }, to));
    };
    await bounce('One.');
    await bounce('Two.');
    services.clock.now += 8 * DAY_MS;
    await bounce('Three, a new count.');
    await bounce('Four.');
    expect(await markOf()).toBeNull();
    await bounce('Five.');
    expect(await markOf()).toMatchObject({ status: '4.2.2' });
  });

  it('is forgotten when the address writes itself', async () => {
    await answer(await ask(), 'Text.');
    await pass();
    await noteBounce(services, report({}, [receiver.mails[0]?.from ?? '']));
    await services.database.inTransaction(SYSTEM, (tx) => unmarkAddress(tx, 'OLGA@vita.example'));
    expect(await markOf()).toBeNull();
  });
});

describe('a server that says at once that there is no such mailbox', () => {
  it('has its mail given up, the address marked and the agents told', async () => {
    await answer(await ask(), 'Text.');
    receiver.behaviour = { refuse: 550, at: 'recipient', says: '5.1.1 no such user' };
    await pass();
    expect((await listed())[0]).toMatchObject({ state: 'dead', reason: 'EENVELOPE 550 5.1.1' });
    expect(mailEvents().at(-1)).toEqual({ address: 'olga@vita.example', status: '5.1.1', marked: true });
    expect(await markOf()).not.toBeNull();
  });
});

describe('a mail that was given up', () => {
  it('goes out again when an agent says so, to an address that takes mail again', async () => {
    await answer(await ask(), 'Text.');
    receiver.behaviour = { refuse: 550, at: 'recipient', says: '5.1.1 no such user' };
    await pass();
    receiver.behaviour = 'take';
    const [dead] = await listed();
    expect(await resendMail(as(services, anna), dead?.id ?? '')).toMatchObject({ attempts: 0, reason: null });
    await expect(resendMail(as(services, anna), dead?.id ?? '')).rejects.toMatchObject({
      code: 'mail_on_its_way',
    });
    expect(await pass()).toBe(1);
    expect(receiver.mails[0]?.raw).toContain('Text.');
    await expect(cancelMail(as(services, anna), dead?.id ?? '')).rejects.toMatchObject({
      code: 'mail_settled',
    });
  });

  it('says nothing twice when the next mail has said it', async () => {
    const conversation = await ask();
    await answer(conversation, 'Refused part.');
    receiver.behaviour = { refuse: 550, at: 'content' };
    await pass();
    const [dead] = await listed();
    receiver.behaviour = 'take';
    await answer(conversation, 'Next part.');
    await pass();
    await resendMail(as(services, anna), dead?.id ?? '');
    expect(await pass()).toBe(0);
    expect(receiver.mails).toHaveLength(1);
  });
});

describe('a mail that waits', () => {
  it('is taken back by an agent, and sent all the same when they think again', async () => {
    await answer(await ask(), 'Text.');
    const [waiting] = await listed();
    expect(await cancelMail(as(services, anna), waiting?.id ?? '')).toMatchObject({ state: 'cancelled' });
    expect(await pass()).toBe(0);
    await resendMail(as(services, anna), waiting?.id ?? '');
    expect(await pass()).toBe(1);
  });

  it('is listed by what became of it, page by page', async () => {
    for (const text of ['One.', 'Two.', 'Three.']) await answer(await ask(), text);
    await pass();
    await answer(await ask(), 'Waits.');
    const list = (state: 'waiting' | 'sent' | 'dead', cursor?: string) =>
      listOutgoing(as(services, anna), { state, limit: 2, ...(cursor ? { cursor } : {}) });
    expect((await list('waiting')).results).toMatchObject([{ recipient: 'olga@vita.example', reason: null }]);
    const first = await list('sent');
    expect(first.results).toHaveLength(2);
    const second = await list('sent', first.next ?? '');
    expect(second).toMatchObject({ results: [{ state: 'sent' }], next: null });
    expect((await list('dead')).results).toEqual([]);
  });
});
