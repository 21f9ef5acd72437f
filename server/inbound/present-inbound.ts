import type { MailClass, MailState, MailWay } from '@beseda/shared/domain/words';
import type { InboundMail, UnderstoodMail } from '@beseda/shared/protocol/inbound-mails';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

interface StoredMail {
  id: string;
  state: MailState;
  reason: string | null;
  detail: string | null;
  class: MailClass | null;
  ticket: number | null;
  receivedAt: string;
  way: MailWay;
  from: string | null;
  to: string[];
  size: number;
  kept: boolean;
  mail: UnderstoodMail | null;
}

type Part = ReturnType<Transaction['sql']>;

/** Rows as they are shown; a duplicate has the ticket of the one that was stored. */
export async function loadInbound(
  { sql }: Transaction,
  { where, tail }: { where: Part; tail: Part },
): Promise<InboundMail[]> {
  const rows = await sql<StoredMail[]>`
    select m.id, m.state, m.reason, m.detail, m.class, m.received_at as "receivedAt", m.way, m.envelope_from as "from",
      m.envelope_to as "to", m.size::int, m.sha256 is not null as kept, m.mail,
      (select t.number::int from inbound_mails s join tickets t on t.conversation_id = s.conversation_id
        where s.id = m.id or (m.state = 'duplicate' and s.fingerprint = m.fingerprint and s.state = 'stored')
        order by s.id = m.id desc limit 1) as ticket
    from inbound_mails m where ${where} ${tail}`;
  return rows.map(present);
}

function present(row: StoredMail): InboundMail {
  const { id, state, reason, detail, ticket, receivedAt, way, from, to, size, kept, mail } = row;
  return {
    id,
    state,
    reason,
    detail,
    class: row.class,
    ...(ticket === null ? {} : { ticket }),
    receivedAt: toIso(receivedAt),
    way,
    envelope: { from, to },
    size,
    kept,
    mail,
  };
}
