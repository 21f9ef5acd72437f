import type { ShownPromise } from '@beseda/shared/domain/event';
import { tellPromise } from '@beseda/shared/domain/tell-promise';
import type { Locale, PersonMail } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { OUTSIDE } from '../inbound/placing/outside';
import { takesMail } from '../inbound/takes-mail';
import { writeMailLink } from '../portal/write-mail-link';
import type { ClaimedMail } from './claim-mail';
import type { ComposedMail } from './composed-mail';
import { MAIL_ZONE } from './find-promise-news';
import { mailChoiceUrl } from './mail-choice';
import type { ConfirmationNotes } from './queue-confirmation-mail';
import { writeConfirmationMail } from './templates/confirmation-mail';
import { loadTemplates } from './templates/load-templates';
import { writeOutsideMail } from './templates/outside-mail';

interface Opened {
  number: number;
  subject: string;
  promise: ShownPromise | null;
  personId: string;
  mailOff: PersonMail[];
  name: string;
  role: string;
  locale: Locale;
  notes: ConfirmationNotes;
  outside: boolean;
}

const HOUR_MS = 3_600_000;
/** Whoever writes by mail may be a machine that takes each confirmation for a question. */
const MOST_PER_HOUR = 2;

/** Null when the requester is served no more, or has had enough confirmations of mails. The promise is the one that stands when the mail goes out. */
export async function composeConfirmation(
  services: Services,
  tx: Transaction,
  { id, conversationId }: ClaimedMail,
): Promise<ComposedMail | null> {
  const [opened] = await tx.sql<Opened[]>`
    select t.number::int, c.subject, t.promise, p.id as "personId", p.mail_off as "mailOff", p.name, p.role, p.locale, m.data as notes,
      o.external_id = ${OUTSIDE} as outside
    from mail_outbox m join conversations c on c.id = m.conversation_id join tickets t on t.conversation_id = c.id join people p on p.id = c.person_id
      join companies o on o.id = c.company_id
    where m.id = ${id}`;
  if (!opened || opened.role === 'distributor' || opened.mailOff.includes('confirmation')) return null;
  const { locale, promise, personId, name, number, subject, notes } = opened;
  if (notes.byMail && (await countBefore(tx, id)) >= MOST_PER_HOUR) return null;
  const thread = [`conversation-${conversationId}`];
  const takesReplies = await takesMail(services, tx);
  if (opened.outside) {
    return {
      body: writeOutsideMail(locale, { number, answers: [], takesReplies }),
      name: '',
      locale,
      thread,
    };
  }
  const templates = await loadTemplates(tx, locale);
  const choice = mailChoiceUrl(services, { personId, locale });
  const reader = { locale, zone: MAIL_ZONE, supportZone: MAIL_ZONE, now: services.now() };
  return {
    body: writeConfirmationMail(templates, {
      locale,
      name,
      number,
      subject,
      promise: tellPromise(promise, reader),
      url: await writeMailLink(services, tx, { id, personId, locale, number }),
      takesReplies,
      choice,
      continues: notes.continues ?? null,
      asksSubject: notes.asksSubject ?? false,
    }),
    name,
    locale,
    unsubscribe: `${choice}?kind=confirmation`,
    thread,
  };
}

/** Those of mails that this address was given within the hour before this one, or is about to be. */
async function countBefore({ sql }: Transaction, id: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from mail_outbox m join mail_outbox o on lower(o.recipient) = lower(m.recipient)
    where m.id = ${id} and o.kind = 'confirmation'
      and o.data->>'byMail' = 'true' and o.state <> 'dropped'
      and (o.created_at, o.id) < (m.created_at, m.id)
      and o.created_at > m.created_at - ${HOUR_MS} * interval '1 millisecond'`;
  return row?.count ?? 0;
}
