import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { loadEvents } from '../conversations/load-events';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { requestUrl } from '../portal/request-url';
import type { ClaimedMail } from './claim-mail';
import type { ComposedMail } from './composed-mail';
import { findEnding, tellEnding } from './find-ending';
import { writeAnswerMail } from './templates/answer-mail';

/** What one mail covers: answers, and how it ended, with `after` < seq ≤ `upTo`. Settled at its first attempt, so that a repeat is the same mail. */
export interface AnswerSpan {
  after: number;
  upTo: number;
}

interface ComposedAnswer extends ComposedMail {
  span: AnswerSpan;
}

interface Reader {
  number: number;
  subject: string;
  readSeq: number;
  follows: boolean;
  name: string;
  role: string;
  locale: Locale;
  /** Also of who follows: only the one who asked rates. */
  isRated: boolean;
}

const LAST_SEQ = 2_147_483_647;
const MOST_EVENTS = 5_000;
const MOST_REFERENCES = 10;

/** Null when the reader has seen everything, follows no more, or is served no more. The caller holds the conversation's row. */
export async function composeAnswer(
  services: Services,
  tx: Transaction,
  mail: ClaimedMail,
): Promise<ComposedAnswer | null> {
  const { conversationId } = mail;
  const reader = conversationId && (await findReader(tx, mail));
  if (!reader || reader.role === 'distributor') return null;
  const wanted = mail.span ?? { after: await findStart(tx, mail, reader.readSeq), upTo: LAST_SEQ };
  const events = await loadEvents(tx, { conversationId, ...wanted, limit: MOST_EVENTS, take: 'first' });
  const answers = events.filter(isAnswer);
  const end = findEnding(events);
  const upTo = Math.max(answers.at(-1)?.seq ?? 0, end?.seq ?? 0);
  if (upTo <= reader.readSeq) return null;
  const url = requestUrl(services, reader);
  const ending = tellEnding(services, end, { ...reader, writtenAt: mail.createdAt });
  return {
    body: writeAnswerMail({ ...reader, answers: answers.map(toAnswer), ending, url }),
    name: reader.name,
    locale: reader.locale,
    span: { after: wanted.after, upTo },
    thread: await findThread(tx, mail),
  };
}

/** The requester reads in the language in which they asked, a follower in their own. */
async function findReader({ sql }: Transaction, mail: ClaimedMail): Promise<Reader | undefined> {
  const [reader] = await sql<Reader[]>`
    select t.number::int, c.subject, coalesce(f.read_seq, c.requester_read_seq) as "readSeq",
      f.person_id is not null as follows, p.name, p.role,
      f.person_id is not null or exists (select from ratings r where r.conversation_id = c.id) as "isRated",
      case when f.person_id is null then coalesce(c.locale, p.locale) else p.locale end as locale
    from conversations c join tickets t on t.conversation_id = c.id join people p on p.id = ${mail.personId}
      left join followers f on f.conversation_id = c.id and f.person_id = p.id
    where c.id = ${mail.conversationId} and p.blocked_at is null and (f.person_id is not null or p.id = c.person_id)`;
  return reader;
}

/** Behind what was seen and what earlier mails said, or are about to. What a dead one did not deliver counts as unsaid. */
async function findStart({ sql }: Transaction, mail: ClaimedMail, readSeq: number): Promise<number> {
  const [row] = await sql<{ upTo: number }[]>`
    select coalesce(max((data->>'upTo')::int), 0) as "upTo" from mail_outbox
    where conversation_id = ${mail.conversationId} and person_id = ${mail.personId} and kind = 'answer'
      and state in ('sending', 'sent') and id <> ${mail.id}`;
  return Math.max(readSeq, row?.upTo ?? 0);
}

function isAnswer({ kind, audience, author, message }: StoredEvent): boolean {
  return kind === 'message' && audience === 'all' && author.kind === 'agent' && message !== null;
}

function toAnswer({ author, at, message }: StoredEvent) {
  return { author: author.name, at, text: message?.text ?? '', files: message?.attachments ?? [] };
}

async function findThread({ sql }: Transaction, mail: ClaimedMail): Promise<string[]> {
  const rows = await sql<{ messageId: string }[]>`
    select message_id as "messageId" from mail_outbox
    where conversation_id = ${mail.conversationId} and state = 'sent' and id <> ${mail.id}
      and recipient = ${mail.recipient}
    order by created_at desc limit ${MOST_REFERENCES}`;
  return [`conversation-${mail.conversationId}`, ...rows.map((row) => row.messageId).reverse()];
}
