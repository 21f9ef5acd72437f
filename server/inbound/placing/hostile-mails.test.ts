import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMessage } from '../../conversations/send-message';
import { type AgentActor, SYSTEM } from '../../db/actor';
import { createFileStore } from '../../files/create-file-store';
import type { OutgoingMail } from '../../mail/outgoing-mail';
import { sendDueMail } from '../../mail/send-due-mail';
import { toMessage } from '../../mail/to-message';
import { changeSetting } from '../../settings/change-setting';
import type { TestDatabase } from '../../testing/clone-database';
import { cloneTestDatabase } from '../../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../../testing/make-services';
import { updateTicket } from '../../tickets/update-ticket';
import { handleInbound } from '../handle-inbound';
import { listInbound } from '../list-inbound';
import { type MailCase, readMailCase, readMailCases } from '../read-mail-cases';
import { storeInbound } from '../store-inbound';

const DAY_MS = 86_400_000;
const SECRET = 'The IBAN of the payout is 0042.';

let clone: TestDatabase;
let dataDir: string;
let services: TestServices;
let anna: AgentActor;
let sent: { mail: OutgoingMail; raw: string }[];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-hostile-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  anna = await makeAgent(services, 'Anna');
  await run((sql) => sql`update agents set email = 'anna@desk.example' where id = ${anna.agentId}`);
  const people = await Promise.all(
    ['bob', 'cust', 'c', 'victim'].map((name) =>
      makeRequester(services, { company: 'customer', name, email: `${name}@customer.example` }),
    ),
  );
  const [bob] = people;
  if (!bob) throw new Error('nobody');
  const input = { conversationId: uuidv7(), clientId: uuidv7(), text: SECRET, start: { subject: 'Refund' } };
  const { number } = await sendMessage(as(services, bob), input, { kind: 'message', channel: 'widget' });
  expect(number).toBe(1001);
  await updateTicket(as(services, anna), number, { status: 'solved' });
  await setting('mail.authserv_ids', 'mx.desk.example');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  sent = [];
  services.clock.now += 2 * DAY_MS;
  await run(async (sql) => {
    await sql`delete from mail_outbox`;
    await sql`delete from inbound_mails`;
    await sql`delete from conversations c using tickets t where t.conversation_id = c.id and t.number <> 1001`;
  });
});

type Sql = Parameters<Parameters<TestServices['database']['inTransaction']>[1]>[0]['sql'];
const run = <T>(work: (sql: Sql) => PromiseLike<T>) =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => work(sql));
async function setting(key: string, value: string): Promise<void> {
  await changeSetting(as(services, SYSTEM), { key, value });
  services.clock.now += 2_000;
}

/** From a machine that vouches for nobody, with all the mail that comes of it. */
async function deliver(raw: Uint8Array): Promise<InboundMail> {
  const envelope = { from: 'someone@evil.example', to: ['support@desk.example'] };
  const remote = { address: '203.0.113.9', helo: 'evil.example' };
  services.clock.now += 1_000;
  await storeInbound(services, { raw, way: 'smtp', envelope, remote });
  while (await handleInbound(services, { large: true }));
  const send = async (mail: OutgoingMail) => {
    const compiled = await new MailComposer(toMessage(mail)).compile().build();
    sent.push({ mail, raw: compiled.toString() });
  };
  await sendDueMail(services, { send, close: () => {} });
  const { results } = await listInbound(as(services, anna), { limit: 1 });
  const [mail] = results;
  if (!mail) throw new Error('not listed');
  return mail;
}

interface Stand {
  tickets: number;
  people: number;
  events: number;
  status: string;
  /** Names of those who have written. */
  authors: string[];
  texts: string[];
  subjects: string[];
  breached: number;
}
async function look(): Promise<Stand> {
  const [stand] = await run(
    (sql) => sql<Stand[]>`
      select (select count(*) from tickets)::int as tickets, (select count(*) from people)::int as people,
        (select count(*) from events e join tickets t on t.conversation_id = e.conversation_id
          where t.number = 1001)::int as events,
        (select status from tickets where number = 1001) as status,
        (select coalesce(json_agg(author_name), '[]') from events where kind = 'message') as authors,
        (select coalesce(json_agg(text), '[]') from messages) as texts,
        (select coalesce(json_agg(subject), '[]') from conversations) as subjects,
        (select count(*) from clocks where breached_at is not null)::int as breached`,
  );
  if (!stand) throw new Error('nothing to see');
  return stand;
}

interface Outcome {
  given: MailCase;
  mail: InboundMail;
  before: Stand;
  after: Stand;
}
const newMessages = ({ before, after }: Outcome) => after.texts.length - before.texts.length;
const reflected = ({ mail }: Outcome) =>
  sent.filter(({ raw }) => [mail.mail?.text, mail.mail?.subject].some((said) => said && raw.includes(said)));
const isNot = (what: string) => (outcome: Outcome) =>
  expect(
    outcome.after.authors.filter((name) => name === what),
    what,
  ).toHaveLength(0);

/** What the corpus may ask for. */
const CHECKS: Record<string, (outcome: Outcome, wanted: unknown) => unknown> = {
  auto_reply_sent: (_outcome, wanted) => expect(sent).toHaveLength(Number(wanted)),
  message_stored: ({ mail }) => expect(['stored', 'held']).toContain(mail.state),
  reopens_closed_ticket: ({ after }) => expect(after.status).toBe('solved'),
  note: () => expect(sent.length).toBeLessThanOrEqual(2),
  ticket_created: ({ before, after }) => expect(after.tickets).toBe(before.tickets),
  new_ticket_created: ({ before, after }) => expect(after.tickets).toBe(before.tickets),
  class: ({ mail }, wanted) => expect(mail.class).toBe(wanted),
  author_role: isNot('Anna'),
  public_reply_sent: (outcome) => expect(newMessages(outcome)).toBe(0),
  appended_to_ticket_1001_as_participant: ({ before, after }) => expect(after.events).toBe(before.events),
  ticket_history_sent_to_mallory: () => expect(sent.filter(({ raw }) => raw.includes(SECRET))).toEqual([]),
  author_is: isNot('victim'),
  auth_results_trusted: ({ mail }) => expect(mail).toMatchObject({ state: 'held', reason: 'not_believed' }),
  author_verified: (outcome) => expect(newMessages(outcome)).toBe(0),
  'matched_to_support@desk.example': ({ mail }) => expect(mail.reason).toBe('unknown_sender'),
  content_visible_to_unverified_requester: (outcome) => {
    expect(newMessages(outcome)).toBe(0);
    expect(reflected(outcome)).toEqual([]);
  },
  must_not_throw: ({ mail }) => expect(mail.reason ?? '').not.toMatch(/^(?:failed|gave_up|not_placed)/),
  outgoing_has_bcc: () => {
    for (const { mail, raw } of sent) {
      expect(raw.split('\r\n\r\n', 1)[0]).not.toMatch(/^bcc:/im);
      expect(mail.to.address).toMatch(/^[a-z]+@customer\.example$/);
    }
  },
  subject_has_newline: ({ after }) => expect(after.subjects.join()).not.toMatch(/[\r\n]/),
  stored: ({ mail }) => expect(mail.state).toBe('stored'),
  no_nul_anywhere: ({ mail, after }) => expect(JSON.stringify([mail, after])).not.toContain('\\u0000'),
  csv_export_cell_starts_with_quote_or_space: ({ after }) =>
    expect(after.subjects.some((subject) => subject.startsWith('=HYPERLINK'))).toBe(true),
  no_script_runs: ({ mail }) => expect(mail.mail?.text ?? '').not.toMatch(/<script/i),
  nosniff: ({ mail }) => expect(mail.state).toBe('stored'),
  n_attachments: ({ mail }, wanted) => expect(mail.mail?.attachments).toHaveLength(Number(wanted)),
  no_path_separator_in_names: ({ mail }) =>
    expect(mail.mail?.attachments.map(({ name }) => name).join()).not.toMatch(/[/\\]/),
  files_outside_storage: async () => {
    const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(files.filter((name) => !/^[0-9a-f]{64}(?:\.thumb\.webp)?$/.test(name))).toEqual([]);
  },
  bidi_controls_removed_or_shown: ({ mail }) =>
    expect(mail.mail?.attachments.map(({ name }) => name).join()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/),
  threading_uses_outer_headers_only: ({ before, after }) => expect(after.events).toBe(before.events),
  subject: ({ mail }, wanted) => expect(mail.mail?.subject).toBe(wanted),
  max_ms: ({ mail }) => expect(mail.state).toBe('stored'),
  text_includes: ({ mail }, wanted) => expect(mail.mail?.text).toContain(String(wanted)),
  order_uses: ({ after }) => expect(after.tickets).toBe(2),
  sla_already_breached: ({ after }) => expect(after.breached).toBe(0),
  messages_after_both: async (outcome, wanted) => {
    const other = readMailCase(outcome.given).toString().replace('first', 'second');
    await deliver(Buffer.from(other));
    expect((await look()).texts.length - outcome.before.texts.length).toBe(wanted);
  },
  messages_after_two_deliveries: async (outcome, wanted) => {
    expect(await deliver(readMailCase(outcome.given))).toMatchObject({ state: 'duplicate' });
    expect((await look()).texts.length - outcome.before.texts.length).toBe(wanted);
  },
  contacts_created_lte: ({ before, after }, wanted) =>
    expect(after.people - before.people).toBeLessThanOrEqual(Number(wanted)),
  outgoing_copies: () =>
    expect(sent.every(({ mail }) => mail.to.address.endsWith('@customer.example'))).toBe(true),
};

const cases = readMailCases('hostile');
describe.skipIf(cases.length === 0)('hostile mail', () => {
  it.each(cases)('$file: $why', async (given) => {
    await setting('mail.authentication', given.group === 'spoof' ? 'headers' : 'none');
    const before = await look();
    const mail = await deliver(readMailCase(given));
    const outcome = { given, mail, before, after: await look() };
    for (const [what, wanted] of Object.entries(given.expect)) {
      const check = CHECKS[what];
      if (!check) throw new Error(`Nothing looks for «${what}».`);
      await check(outcome, wanted);
    }
  });
});
