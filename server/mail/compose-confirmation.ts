import type { ShownPromise } from '@beseda/shared/domain/event';
import { tellPromise } from '@beseda/shared/domain/tell-promise';
import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { requestUrl } from '../portal/request-url';
import type { ClaimedMail } from './claim-mail';
import type { ComposedMail } from './composed-mail';
import type { ConfirmationNotes } from './queue-confirmation-mail';
import { writeConfirmationMail } from './templates/confirmation-mail';

/** Mail knows nobody's zone: its times are the support's. */
const ZONE = 'Europe/Moscow';

interface Opened {
  number: number;
  subject: string;
  promise: ShownPromise | null;
  name: string;
  role: string;
  locale: Locale;
  notes: ConfirmationNotes;
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
    select t.number::int, c.subject, t.promise, p.name, p.role, p.locale, m.data as notes
    from mail_outbox m join conversations c on c.id = m.conversation_id join tickets t on t.conversation_id = c.id join people p on p.id = c.person_id
    where m.id = ${id}`;
  if (!opened || opened.role === 'distributor') return null;
  const { locale, promise, name, number, subject, notes } = opened;
  if (notes.byMail && (await countBefore(tx, id)) >= MOST_PER_HOUR) return null;
  const reader = { locale, zone: ZONE, supportZone: ZONE, now: services.now() };
  return {
    body: writeConfirmationMail({
      locale,
      name,
      number,
      subject,
      promise: tellPromise(promise, reader),
      url: requestUrl(services, { locale, number }),
      continues: notes.continues ?? null,
      asksSubject: notes.asksSubject ?? false,
    }),
    name,
    locale,
    thread: [`conversation-${conversationId}`],
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
