import type { Locale, PersonMail } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { loadEvents } from '../conversations/load-events';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { OUTSIDE } from '../inbound/placing/outside';
import { takesMail } from '../inbound/takes-mail';
import { writeMailLink } from '../portal/write-mail-link';
import type { ClaimedMail } from './claim-mail';
import type { ComposedMail } from './composed-mail';
import { findEnding, tellEnding } from './find-ending';
import { findPromiseNews, tellPromiseNews } from './find-promise-news';
import { mailChoiceUrl } from './mail-choice';
import { writeAnswerMail } from './templates/answer-mail';
import { loadTemplates } from './templates/load-templates';
import type { News } from './templates/news';
import { writeOutsideMail } from './templates/outside-mail';

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
  personId: string;
  mailOff: PersonMail[];
  follows: boolean;
  name: string;
  role: string;
  locale: Locale;
  /** Also of who follows: only the one who asked rates. */
  isRated: boolean;
  /** Of no company. */
  outside: boolean;
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
  const told = choose(events, reader);
  const upTo = Math.max(0, ...told.map(({ seq }) => seq));
  if (upTo <= reader.readSeq) return null;
  const answers = told.filter(isAnswer);
  const span = { after: wanted.after, upTo };
  const takesReplies = await takesMail(services, tx);
  if (reader.outside) {
    if (answers.length === 0) return null;
    const body = writeOutsideMail(reader.locale, { ...reader, takesReplies, answers: answers.map(toAnswer) });
    return { body, name: '', locale: reader.locale, span, thread: await findThread(tx, mail) };
  }
  const templates = await loadTemplates(tx, reader.locale);
  const choice = mailChoiceUrl(services, reader);
  return {
    body: writeAnswerMail(templates, {
      ...reader,
      takesReplies,
      choice,
      answers: answers.map(toAnswer),
      news: newsOf(services, told, { ...reader, writtenAt: mail.createdAt }),
      question: reader.follows ? null : await findQuestion(tx, conversationId, answers[0]?.seq),
      url: await writeMailLink(services, tx, { ...reader, id: mail.id }),
    }),
    name: reader.name,
    locale: reader.locale,
    unsubscribe: `${choice}?kind=${kindOf(reader, told)}`,
    span,
    thread: await findThread(tx, mail),
  };
}

/** Of what they have not seen, what this reader wants to be told of by mail. */
function choose(events: readonly StoredEvent[], { mailOff, follows }: Reader): StoredEvent[] {
  const wants = (kind: PersonMail) => !mailOff.includes(kind);
  if (follows && !wants('followed')) return [];
  const answers = wants('answer') || follows ? events.filter(isAnswer) : [];
  const end = wants('solved') ? findEnding(events) : null;
  const promise = wants('promise') ? findPromiseNews(events) : null;
  return [...answers, end, promise].filter((event) => event !== null);
}

function newsOf(
  services: Services,
  told: readonly StoredEvent[],
  reader: Reader & { writtenAt: string },
): News[] {
  const isRated = reader.isRated || reader.mailOff.includes('rating');
  const ending = tellEnding(services, findEnding(told), { ...reader, isRated });
  const promise = ending ? null : findPromiseNews(told);
  return [...(ending ? [ending] : []), ...tellPromiseNews(promise, { ...reader, now: services.now() })];
}

/** What its reader is rid of by a mail reader's own «unsubscribe». */
function kindOf({ follows }: Reader, told: readonly StoredEvent[]): PersonMail {
  if (follows) return 'followed';
  return told.some(isAnswer) ? 'answer' : told.some(({ kind }) => kind === 'status') ? 'solved' : 'promise';
}

/** What the requester had written last before they were answered. */
async function findQuestion(
  { sql }: Transaction,
  conversationId: string,
  before: number | undefined,
): Promise<{ at: string; text: string } | null> {
  if (before === undefined) return null;
  const [row] = await sql<{ at: string; text: string }[]>`
    select m.created_at as at, m.text from messages m join events e on e.conversation_id = m.conversation_id and e.seq = m.seq
    where m.conversation_id = ${conversationId} and m.seq < ${before} and e.author_kind = 'requester'
    order by m.seq desc limit 1`;
  return row && row.text.trim() !== '' ? row : null;
}

/** The requester reads in the language in which they asked, a follower in their own. */
async function findReader({ sql }: Transaction, mail: ClaimedMail): Promise<Reader | undefined> {
  const [reader] = await sql<Reader[]>`
    select t.number::int, c.subject, coalesce(f.read_seq, c.requester_read_seq) as "readSeq",
      p.id as "personId", p.mail_off as "mailOff", f.person_id is not null as follows, p.name, p.role,
      f.person_id is not null or exists (select from ratings r where r.conversation_id = c.id) as "isRated",
      o.external_id = ${OUTSIDE} as outside,
      case when f.person_id is null then coalesce(c.locale, p.locale) else p.locale end as locale
    from conversations c join tickets t on t.conversation_id = c.id join people p on p.id = ${mail.personId}
      join companies o on o.id = c.company_id
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
