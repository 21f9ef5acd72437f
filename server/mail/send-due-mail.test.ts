import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailSignInLink } from '../agents/mail-sign-in-link';
import { signInByLink } from '../agents/sign-in';
import { readEnvironment } from '../config/read-environment';
import { lockConversation } from '../conversations/lock-conversation';
import { markRead } from '../conversations/mark-read';
import { sendMessage } from '../conversations/send-message';
import { storeMessage } from '../conversations/store-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { openTicket } from '../tickets/open-ticket';
import { claimMail, findDueMail } from './claim-mail';
import { headerOf, openTestReceiver, type TestReceiver } from './open-test-receiver';
import type { MailTransport } from './outgoing-mail';
import { queueAnswerMail } from './queue-answer-mail';
import { sendDueMail } from './send-due-mail';
import { createSmtpTransport } from './smtp-transport';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const NOTE = { kind: 'note', channel: 'widget' } as const;
const DELAY_MS = 121_000;
const HOUR_MS = 60 * 60_000;

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
  await run((sql) => sql`update people set locale = 'en' where id = ${olga.personId}`);
});
afterEach(async () => {
  transport.close();
  await receiver.close();
  await run((sql) => sql`delete from mail_outbox`);
});

type Sql = Parameters<Parameters<TestServices['database']['inTransaction']>[1]>[0]['sql'];
const run = (work: (sql: Sql) => PromiseLike<unknown>) =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => work(sql));
const outbox = () =>
  run((sql) => sql`select state, attempts, last_error as error from mail_outbox order by id`) as Promise<
    { state: string; attempts: number; error: string | null }[]
  >;

async function ask(subject = 'How to pay'): Promise<string> {
  const conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'A question', start: { subject } };
  await sendMessage(as(services, olga), input, MESSAGE);
  return conversationId;
}
const answer = (conversationId: string, text: string, kind: typeof MESSAGE | typeof NOTE = MESSAGE) =>
  sendMessage(as(services, anna), { conversationId, clientId: uuidv7(), text }, kind);
const later = (ms: number) => {
  services.clock.now += ms;
};
const pass = () => sendDueMail(services, transport);

describe('an answer that nobody has seen', () => {
  it('goes out once, when its delay is over, as mail that no machine answers', async () => {
    const conversation = await ask();
    await answer(conversation, 'Open the wallet page.');
    await answer(conversation, 'A colleague must not read this.', NOTE);
    expect(await pass()).toBe(0);
    later(DELAY_MS);
    expect(await pass()).toBe(1);
    later(HOUR_MS);
    expect(await pass()).toBe(0);

    expect(receiver.mails).toHaveLength(1);
    const [mail] = receiver.mails;
    expect(mail?.to).toEqual(['olga@vita.example']);
    expect(headerOf(mail, 'Subject')).toMatch(/^\[#\d+\] How to pay$/);
    expect(headerOf(mail, 'From')).toMatch(/<support@desk\.example>$/);
    expect(headerOf(mail, 'Reply-To')).toMatch(/<support\+[0-9a-z]{26}@desk\.example>$/);
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(mail, 'Message-ID')).toMatch(/^<[0-9a-f-]{36}@desk\.example>$/);
    expect(mail?.raw).toContain('Open the wallet page.');
    expect(mail?.raw).not.toContain('colleague must not');
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 1, error: null }]);
  });

  it('asks for an answer by mail only where a way for mail is set up', async () => {
    await answer(await ask(), 'Nothing is taken.');
    later(DELAY_MS);
    await pass();
    await answer(await ask(), 'Mail is taken.');
    later(DELAY_MS);
    const environment = readEnvironment({ MAIL_DOMAIN: 'desk.example', INBOUND_SMTP_PORT: '2525' }, '/tmp');
    await sendDueMail({ ...services, environment }, transport);
    const asks = receiver.mails.map(({ raw }) => raw.includes('just answer this mail'));
    expect(asks).toEqual([false, true]);
  });

  it('stays unsent when it was seen in time', async () => {
    const conversation = await ask();
    const { event } = await answer(conversation, 'Seen at once.');
    await markRead(as(services, olga), { conversationId: conversation, seq: event.seq });
    later(DELAY_MS);
    expect(await pass()).toBe(0);
    expect(receiver.mails).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: 'dropped' }]);
  });

  it('waits for others to make one mail, and the next mail says only what is new, in the same thread', async () => {
    const conversation = await ask();
    await answer(conversation, 'First part.');
    later(60_000);
    await answer(conversation, 'Second part.');
    later(DELAY_MS);
    expect(await pass()).toBe(1);
    await answer(conversation, 'Third part.');
    later(DELAY_MS);
    expect(await pass()).toBe(1);

    const [first, second] = receiver.mails;
    expect(first?.raw).toMatch(/First part\.[\s\S]*Second part\./);
    expect(second?.raw).toContain('Third part.');
    expect(second?.raw).not.toContain('Second part.');
    const root = `<conversation-${conversation}@desk.example>`;
    expect(headerOf(first, 'References')).toBe(root);
    expect(headerOf(second, 'References')).toBe(`${root} ${headerOf(first, 'Message-ID')}`);
    expect(headerOf(second, 'In-Reply-To')).toBe(headerOf(first, 'Message-ID'));
  });

  it('is in exactly one mail when it is written while mail goes out', async () => {
    const conversation = await ask();
    const texts = Array.from({ length: 25 }, (_, n) => `part-${n}-end`);
    for (const text of texts) {
      await Promise.all([answer(conversation, text), pass(), pass()]);
      later(DELAY_MS);
    }
    await pass();
    const all = receiver.mails.map((mail) => mail.raw.slice(0, mail.raw.indexOf('text/html'))).join('\n');
    expect(texts.map((text) => all.split(text).length - 1)).toEqual(texts.map(() => 1));
  });
});

describe('an answer that is being stored while the mail before it goes out', () => {
  it('waits for its own mail instead of being lost', async () => {
    const conversation = await ask();
    await answer(conversation, 'First part.');
    later(DELAY_MS);
    const stored = createGate();
    const commit = createGate();
    const writing = services.database.inTransaction(anna, async (tx) => {
      await storeAnswer(tx, conversation, 'Second part.');
      stored.open();
      await commit.opened;
    });
    await stored.opened;
    const passing = pass();
    const over = passing.then(() => true);
    const tick = () => new Promise<false>((resolve) => setImmediate(() => resolve(false)));
    while (!(await Promise.race([over, tick()])) && !(await isAnyoneBlocked()));
    commit.open();
    await Promise.all([writing, passing]);
    later(DELAY_MS);
    await pass();
    expect(receiver.mails.filter((mail) => mail.raw.includes('Second part.'))).toHaveLength(1);
  });
});

function createGate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

async function storeAnswer(tx: Transaction, conversationId: string, text: string): Promise<void> {
  const locked = await lockConversation(tx, conversationId);
  if (!locked) throw new Error('no conversation');
  const author = { kind: 'agent', id: anna.agentId, name: anna.name } as const;
  const at = new Date(services.clock.now).toISOString();
  const nothing = { of: () => null, hoursOf: () => null };
  await storeMessage(tx, locked, { ...MESSAGE, author, clientId: uuidv7(), text, at }, nothing);
  await queueAnswerMail(tx, locked, at, 120);
}

async function isAnyoneBlocked(): Promise<boolean> {
  const rows = await run(
    (sql) =>
      sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  return (rows as unknown[]).length > 0;
}

describe('a server that does not take the mail', () => {
  it('gets it again after a pause when it said 4xx', async () => {
    await answer(await ask(), 'Try again.');
    later(DELAY_MS);
    receiver.behaviour = { refuse: 451, at: 'content' };
    expect(await pass()).toBe(0);
    expect(await outbox()).toMatchObject([{ state: 'sending', attempts: 1, error: 'EMESSAGE 451 5.7.1' }]);
    receiver.behaviour = 'take';
    later(20_000);
    expect(await pass()).toBe(0);
    later(20_000);
    expect(await pass()).toBe(1);
    expect(receiver.mails).toHaveLength(1);
  });

  it('is asked no more when it said 5xx; what it refused goes with the next answer, and no text goes into the row', async () => {
    const conversation = await ask();
    await answer(conversation, 'Refused part.');
    later(DELAY_MS);
    receiver.behaviour = { refuse: 550, at: 'recipient' };
    expect(await pass()).toBe(0);
    expect(await outbox()).toMatchObject([{ state: 'dead', attempts: 1, error: 'EENVELOPE 550 5.7.1' }]);
    receiver.behaviour = 'take';
    later(24 * HOUR_MS);
    expect(await pass()).toBe(0);
    await answer(conversation, 'Next part.');
    later(DELAY_MS);
    expect(await pass()).toBe(1);
    expect(receiver.mails[0]?.raw).toMatch(/Refused part\.[\s\S]*Next part\./);
  });

  it('is given up after twelve attempts', async () => {
    await answer(await ask(), 'Never.');
    later(DELAY_MS);
    receiver.behaviour = { refuse: 421, at: 'recipient' };
    for (let attempt = 0; attempt < 14; attempt++) {
      await pass();
      later(2 * HOUR_MS);
    }
    expect(await outbox()).toMatchObject([{ state: 'dead', attempts: 12 }]);
  });

  it('cannot hold us up when it hangs', async () => {
    transport.close();
    transport = createSmtpTransport(receiver.url, { timeouts: { silence: 150, whole: 5_000 } });
    await answer(await ask(), 'Silence.');
    later(DELAY_MS);
    receiver.behaviour = 'hang';
    expect(await pass()).toBe(0);
    expect(await outbox()).toMatchObject([{ state: 'sending', error: 'ETIMEDOUT' }]);
    receiver.behaviour = 'take';
    later(HOUR_MS);
    expect(await pass()).toBe(1);
  });

  it('gets the same mail under the same Message-ID when it hung up after having taken it', async () => {
    const conversation = await ask();
    await answer(conversation, 'Perhaps taken.');
    later(DELAY_MS);
    receiver.behaviour = 'drop';
    expect(await pass()).toBe(0);
    receiver.behaviour = 'take';
    await answer(conversation, 'Written meanwhile.');
    later(DELAY_MS);
    expect(await pass()).toBe(1);
    expect(await pass()).toBe(1);

    const [taken, again, next] = receiver.mails;
    expect(headerOf(again, 'Message-ID')).toBe(headerOf(taken, 'Message-ID'));
    expect(again?.raw).toContain('Perhaps taken.');
    expect(again?.raw).not.toContain('Written meanwhile.');
    expect(next?.raw).toContain('Written meanwhile.');
    expect(next?.raw).not.toContain('Perhaps taken.');
  });
});

describe('two servers on one outbox', () => {
  it('send each mail once', async () => {
    for (let count = 0; count < 12; count++) await answer(await ask(), `Mail ${count}.`);
    later(DELAY_MS);
    const sent = await Promise.all([pass(), pass(), pass()]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(12);
    const ids = receiver.mails.map((mail) => headerOf(mail, 'Message-ID'));
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
  });

  it('take over from each other when one dies while sending, after its lease', async () => {
    await answer(await ask(), 'Left behind.');
    later(DELAY_MS);
    const [due] = await findDueMail(services);
    if (!due) throw new Error('nothing is due');
    await claimMail(services, due);
    expect(await pass()).toBe(0);
    later(119_000);
    expect(await pass()).toBe(0);
    later(2_000);
    expect(await pass()).toBe(1);
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });
});

describe('what a token said of its bearer', () => {
  it('cannot add headers or recipients', async () => {
    await run(
      (sql) => sql`update people set name = ${'Olga\r\nBcc: x@evil.example'} where id = ${olga.personId}`,
    );
    await answer(await ask('Pay\r\nBcc: x@evil.example'), 'Text.');
    later(DELAY_MS);
    expect(await pass()).toBe(1);
    expect(headerOf(receiver.mails[0], 'Bcc')).toBeUndefined();
    expect(headerOf(receiver.mails[0], 'Subject')).toMatch(/Pay Bcc: x@evil\.example$/);
    expect(receiver.mails[0]?.to).toEqual(['olga@vita.example']);
  });

  it('reaches one mailbox or none', async () => {
    await run(
      (sql) => sql`update people set email = 'olga@vita.example, x@evil.example' where id = ${olga.personId}`,
    );
    await answer(await ask(), 'Text.');
    later(DELAY_MS);
    expect(await pass()).toBe(0);
    expect(await outbox()).toMatchObject([{ state: 'dead', error: 'not a mailbox' }]);
    expect(receiver.mails).toEqual([]);
  });
});

describe('a sign-in link', () => {
  it('is made when its mail goes out, and signs in once', async () => {
    const email = `${anna.agentId}@desk.example`;
    await run((sql) => sql`update agents set locale = 'en' where id = ${anna.agentId}`);
    await mailSignInLink(services, email);
    await mailSignInLink(services, email.toUpperCase());
    const links = await run((sql) => sql`select 1 from sign_in_links where agent_id = ${anna.agentId}`);
    expect(links).toHaveLength(0);
    expect(await pass()).toBe(1);
    expect(receiver.mails[0]?.to).toEqual([email]);
    const text = receiver.mails[0]?.raw.replace(/=\r\n/g, '') ?? '';
    const link = /\/desk\/sign-in#([\w-]{43})/.exec(text)?.[1] ?? '';
    expect(await signInByLink(services, link)).toMatchObject({ agentId: anna.agentId });
    await expect(signInByLink(services, link)).rejects.toMatchObject({ code: 'link_spent' });
  });
});

describe('a confirmation', () => {
  const open = async () => {
    services.clock.now = Date.parse('2026-11-27T21:10:00+03:00');
    await openTicket(as(services, olga), { clientId: uuidv7(), text: 'A question', subject: 'How to pay' });
  };

  it('goes to who opened a ticket outside of the widget, at once, with the promise', async () => {
    await open();
    expect(await pass()).toBe(1);
    const [mail] = receiver.mails;
    expect(mail?.to).toEqual(['olga@vita.example']);
    expect(headerOf(mail, 'Subject')).toMatch(/^\[#\d+\] How to pay$/);
    expect(mail?.raw).toContain('We will answer on Monday by 10:00 MSK.');
    expect(await pass()).toBe(0);
  });

  it('promises nothing that the plan does not give', async () => {
    await run((sql) => sql`update companies set plan = 'gold' where id = ${olga.companyId}`);
    await open();
    await run((sql) => sql`update companies set plan = 'business' where id = ${olga.companyId}`);
    expect(await pass()).toBe(1);
    expect(receiver.mails[0]?.raw).toContain('We have your request');
    expect(receiver.mails[0]?.raw).not.toContain('will answer');
  });
});
