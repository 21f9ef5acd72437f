import type { MailClass } from '@beseda/shared/domain/words';
import type { UnderstoodMail } from '@beseda/shared/protocol/inbound-mails';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { toJson } from '../db/to-json';
import type { ClaimedMail } from './claim-inbound';
import type { Placement } from './placing/placement';

const FIRST_PAUSE_MS = 1_000;
const AWAY_PAUSE_MS = 10_000;

export interface Understanding {
  fingerprint: string;
  messageId: string | null;
  mailClass: MailClass;
  mail: UnderstoodMail;
}

/**
 * Writes down what was understood. False: the same mail stands or is being handled already, and this one is settled as a
 * duplicate. Only what led nowhere yet is tried anew by a second copy: it may be believed, or its sender known by now.
 */
export async function noteUnderstood(
  services: Services,
  { id }: ClaimedMail,
  { fingerprint, messageId, mailClass, mail }: Understanding,
): Promise<boolean> {
  return services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${fingerprint}, 7310004))`;
    const [other] = await sql`
      select 1 from inbound_mails where fingerprint = ${fingerprint} and id <> ${id}
        and state in ('received', 'stored', 'parked')`;
    await sql`
      update inbound_mails set fingerprint = ${fingerprint}, message_id = ${messageId}, class = ${mailClass},
        mail = ${toJson(mail)}::jsonb, state = ${other ? 'duplicate' : 'received'}, reason = null,
        settled_at = ${other ? nowIso(services) : null}
      where id = ${id} and state = 'received'`;
    return !other;
  });
}

/** What came of a mail. Another copy of it that led nowhere is the duplicate of one that led somewhere, and else the later of the earlier. */
export async function settlePlaced(
  services: Services,
  { id }: ClaimedMail,
  fingerprint: string,
  placed: Placement,
): Promise<void> {
  const isIn = placed.state === 'stored';
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${fingerprint}, 7310004))`;
    const others = await sql<{ id: string }[]>`
      select id from inbound_mails where fingerprint = ${fingerprint} and id <> ${id}
        and state in ('held', 'refused') for update`;
    const state = !isIn && others.length > 0 ? 'duplicate' : placed.state;
    await sql`
      update inbound_mails set state = ${state}, reason = ${placed.reason}, conversation_id = ${placed.conversationId},
        company_id = (select company_id from conversations where id = ${placed.conversationId}),
        settled_at = ${nowIso(services)}
      where id = ${id} and state = 'received'`;
    if (isIn && others.length > 0) {
      await sql`update inbound_mails set state = 'duplicate', reason = null where id = any(${others.map((one) => one.id)}::uuid[])`;
    }
  });
}

/** Kept as it is until somebody says «again». `detail` names what went wrong, without a word of the mail. */
export async function parkMail(
  services: Services,
  { id }: ClaimedMail,
  { reason, detail = null }: { reason: string; detail?: string | null },
): Promise<void> {
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update inbound_mails set state = 'parked', reason = ${reason}, detail = ${detail},
        settled_at = ${nowIso(services)}
      where id = ${id} and state = 'received'`,
  );
}

/** Tried again after a pause; not `counted`: nothing was wrong with the mail. */
export async function putOffMail(
  services: Services,
  { id, attempts }: ClaimedMail,
  { counted = true } = {},
): Promise<void> {
  const pause = counted ? FIRST_PAUSE_MS * 2 ** (attempts - 1) : AWAY_PAUSE_MS;
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update inbound_mails set due_at = ${new Date(services.now() + pause).toISOString()},
        attempts = attempts - ${counted ? 0 : 1}
      where id = ${id} and state = 'received' and attempts = ${attempts}`,
  );
}
