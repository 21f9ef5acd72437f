import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { toIso, toIsoOrNull } from '../db/instants';
import { toJson } from '../db/to-json';
import { takesMail } from '../inbound/takes-mail';
import type { ClaimedMail } from './claim-mail';
import type { ComposedMail } from './composed-mail';
import { loadTemplates } from './templates/load-templates';
import { type Notice, writeNoticeMail } from './templates/notice-mail';

interface Ticket {
  number: number;
  subject: string;
  company: string;
  name: string;
  locale: Locale;
  author: string | null;
  at: string | null;
  text: string | null;
}

/**
 * All that has come together since the mail was queued and still holds. Null when the agent has seen it, or nothing of it
 * holds any more. `until` is settled at the first attempt, so that a repeat is the same mail.
 */
export async function composeNotice(
  services: Services,
  tx: Transaction,
  mail: ClaimedMail,
): Promise<ComposedMail | null> {
  const until = await settleUntil(services, tx, mail);
  const notices = await findNotices(tx, mail, until);
  const ticket = notices.length > 0 && (await findTicket(tx, mail));
  if (!ticket) return null;
  const { number, locale, name, author, at, text } = ticket;
  const templates = await loadTemplates(tx, locale);
  const message = author !== null && at !== null && text ? { author, at: toIso(at), text } : null;
  const takesReplies = await takesMail(services, tx);
  const url = `${services.environment.publicUrl}/desk/tickets/${number}`;
  return {
    body: writeNoticeMail(templates, { ...ticket, notices, message, takesReplies, url }),
    name,
    locale,
    thread: [`conversation-${mail.conversationId}`],
  };
}

async function settleUntil({ now }: Services, { sql }: Transaction, { id }: ClaimedMail): Promise<string> {
  const [row] = await sql<{ until: string }[]>`
    update mail_outbox set data = ${toJson({ until: new Date(now()).toISOString() })}::jsonb || data
    where id = ${id} returning data->>'until' as until`;
  return row?.until ?? new Date(now()).toISOString();
}

type NoticeRow = Omit<Notice, 'by' | 'text'> & { by: string | null; text: string | null };

async function findNotices({ sql }: Transaction, mail: ClaimedMail, until: string): Promise<Notice[]> {
  const rows = await sql<NoticeRow[]>`
    select n.kind, n.created_at as at, n.due_at as "dueAt", e.author_name as by, m.text
    from agent_notices n join agents a on a.id = n.agent_id and not a.disabled
      join tickets t on t.conversation_id = n.conversation_id
      left join events e on e.conversation_id = n.conversation_id and e.seq = n.seq
      left join messages m on m.conversation_id = n.conversation_id and m.seq = n.seq
    where n.conversation_id = ${mail.conversationId} and n.agent_id = ${mail.agentId} and n.seen_at is null
      and n.created_at >= ${mail.createdAt} and n.created_at <= ${until} and not n.kind = any(a.mail_off)
      and (n.kind <> 'assigned' or t.assignee_id = n.agent_id)
      and (n.kind <> 'deadline' or exists (select from clocks k where k.conversation_id = n.conversation_id
        and k.due_at = n.due_at and k.met_at is null and k.cancelled_at is null))
    order by n.created_at, n.id`;
  return rows.map(({ kind, by, at, text, dueAt }) => ({
    kind,
    by: by ?? '',
    at: toIso(at),
    text: text ?? '',
    dueAt: toIsoOrNull(dueAt),
  }));
}

async function findTicket({ sql }: Transaction, mail: ClaimedMail): Promise<Ticket | undefined> {
  const [ticket] = await sql<Ticket[]>`
    select t.number::int, c.subject, o.name as company, a.name, a.locale, w.author, w.at, w.text
    from conversations c join tickets t on t.conversation_id = c.id join companies o on o.id = c.company_id
      join agents a on a.id = ${mail.agentId}
      left join lateral (
        select e.author_name as author, m.created_at as at, m.text from messages m
          join events e on e.conversation_id = m.conversation_id and e.seq = m.seq
        where m.conversation_id = c.id and e.author_kind = 'requester' order by m.seq desc limit 1) w on true
    where c.id = ${mail.conversationId}`;
  return ticket;
}
