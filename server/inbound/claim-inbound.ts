import type { MailWay } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { toIso } from '../db/instants';
import type { Envelope, Remote } from './store-inbound';

/** A mail that this process alone works on until its lease runs out. */
export interface ClaimedMail {
  id: string;
  way: MailWay;
  sha256: string;
  size: number;
  envelope: Envelope;
  remote: Remote | null;
  /** This attempt included. */
  attempts: number;
  receivedAt: string;
}

interface ClaimRow extends Omit<ClaimedMail, 'envelope' | 'remote'> {
  from: string | null;
  to: string[];
  address: string | null;
  helo: string | null;
}

/** A process that dies over a mail leaves it to the others after this time. */
const LEASE_MS = 60_000;
/** Above it, a mail is large: one at a time is read. Bytes. */
const LARGE = 4 * 2 ** 20;

/** The next mail that is due, in the order in which they came; `large`: whether it may be a large one. Null: none is. */
export async function claimInbound(
  { database, now }: Services,
  { large }: { large: boolean },
): Promise<ClaimedMail | null> {
  const at = new Date(now()).toISOString();
  const until = new Date(now() + LEASE_MS).toISOString();
  const [row] = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<ClaimRow[]>`
      update inbound_mails set due_at = ${until}, attempts = attempts + 1
      where id = (
        select id from inbound_mails where state = 'received' and due_at <= ${at}
          and ${large ? sql`true` : sql`size <= ${LARGE}`}
        order by due_at, id limit 1 for update skip locked)
      returning id, way, sha256, size::int, envelope_from as "from", envelope_to as "to", remote as address, helo,
        attempts, received_at as "receivedAt"`,
  );
  if (!row) return null;
  const { from, to, address, helo, ...rest } = row;
  const remote = address === null ? null : { address, helo: helo ?? '' };
  return { ...rest, receivedAt: toIso(row.receivedAt), envelope: { from, to }, remote };
}
