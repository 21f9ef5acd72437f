import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { openConversation } from '../../conversations/open-conversation';
import { type AgentActor, type RequesterActor, SYSTEM } from '../../db/actor';
import { createFileStore } from '../../files/create-file-store';
import type { OutgoingMail } from '../../mail/outgoing-mail';
import { sendDueMail } from '../../mail/send-due-mail';
import { changeSetting } from '../../settings/change-setting';
import { cloneTestDatabase } from '../../testing/clone-test-database';
import { as, makeServices, type TestServices } from '../../testing/make-services';
import { parseMail } from '../parsing/parse-mail';
import { replyAddressFor } from '../reply-address';
import { placeMail } from './place-mail';
import type { Placement, ReceivedMail } from './placement';

export interface GivenMail {
  from?: string;
  /** In the envelope. */
  to?: string;
  /** Null: the mail has none. */
  subject?: string | null;
  text?: string;
  headers?: string[];
  /** In place of all of these. */
  raw?: string;
}

interface SentRow {
  kind: string;
  recipient: string;
  data: object;
  messageId: string;
}

/** Mails that are placed for a test, on a database and files of their own. */
export async function openMailStage() {
  const clone = await cloneTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-mail-'));
  const services: TestServices = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  const system = as(services, SYSTEM);
  const receive = async (given: GivenMail = {}): Promise<ReceivedMail> => {
    const raw = Buffer.from(given.raw ?? writeRaw(given));
    return {
      id: uuidv7(),
      fingerprint: uuidv7(),
      mail: await parseMail(raw),
      raw,
      envelope: { from: 'somebody@vita.example', to: [given.to ?? 'support@desk.example'] },
      receivedAt: new Date(services.clock.now).toISOString(),
      way: 'smtp',
      remote: { address: '203.0.113.9', helo: 'mail.vita.example' },
    };
  };
  const threadOf = async (conversationId: string | null, actor: AgentActor | RequesterActor) => {
    const opened = await openConversation(as(services, actor), { conversationId: conversationId ?? '' });
    if (opened.kind !== 'snapshot') throw new Error('no snapshot');
    return opened.thread;
  };
  return {
    services,
    receive,
    place: async (given: GivenMail = {}): Promise<Placement> => placeMail(services, await receive(given)),
    threadOf,
    messagesOf: async (conversationId: string | null, actor: AgentActor | RequesterActor) => {
      const { events } = await threadOf(conversationId, actor);
      return events.flatMap((event) => (event.kind === 'message' ? [event.message] : []));
    },
    setting: async (key: string, value: string) => {
      await changeSetting(system, { key, value });
      services.clock.now += 2_000;
    },
    /** What waits to go out, or has gone. */
    outbox: async (): Promise<SentRow[]> =>
      system.inTransaction(
        ({ sql }) => sql<SentRow[]>`
          select kind, recipient, data, message_id as "messageId" from mail_outbox order by created_at, id`,
      ),
    /** Sends what is due, and gives it. */
    send: async (): Promise<OutgoingMail[]> => {
      const sent: OutgoingMail[] = [];
      const send = async (mail: OutgoingMail) => void sent.push(mail);
      await sendDueMail(services, { send, close: () => {} });
      return sent;
    },
    /** The address for answers of a person, or of an agent, in a conversation. */
    addressOf: async (
      conversationId: string,
      { companyId, ...reader }: { companyId: string } & ({ personId: string } | { agentId: string }),
    ) => {
      const local = await system.inTransaction((tx) =>
        replyAddressFor(tx, { conversationId, companyId, ...reader }),
      );
      return `${local}@desk.example`;
    },
    clear: () =>
      system.inTransaction(async ({ sql }) => {
        await sql`delete from mail_outbox`;
        await sql`delete from conversations`;
        await sql`delete from people`;
      }),
    close: async () => {
      await services.database.close();
      await clone.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type MailStage = Awaited<ReturnType<typeof openMailStage>>;

function writeRaw({
  headers = [],
  from = 'Ольга <olga@vita.example>',
  subject = 'Не открывается отчёт',
  text = 'Пустая страница.',
}: GivenMail): string {
  return [
    `From: ${from}`,
    'To: support@desk.example',
    ...(subject === null ? [] : [`Subject: ${subject}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    text,
  ].join('\r\n');
}
