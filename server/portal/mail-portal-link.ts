import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { toJson } from '../db/to-json';

/** Nobody's mailbox is to be filled by a stranger who knows the address. */
const MAIL_PAUSE_MS = 60_000;

/**
 * Queues a mail with sign-in links, at most one a minute, that lead to the list or, by `to`, to a ticket or the question that
 * was begun. Whose address it is is asked when the mail goes out: here a stranger's takes the same work and the same time as
 * one that is known.
 */
export async function mailPortalLink(
  services: Services,
  { email, locale, to = '' }: { email: string; locale: Locale; to?: string },
): Promise<void> {
  const at = nowIso(services);
  const since = new Date(services.now() - MAIL_PAUSE_MS).toISOString();
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    // Two that ask at once wait for each other.
    await sql`select pg_advisory_xact_lock(hashtext(lower(${email})))`;
    await sql`
      insert into mail_outbox (id, kind, recipient, data, message_id, due_at, created_at)
      select ${uuidv7(services.now())}, 'portal', ${email}, ${toJson({ locale, to })}::jsonb, ${randomUUID()}, ${at}, ${at}
      where not exists (
        select from mail_outbox m
        where m.kind = 'portal' and lower(m.recipient) = lower(${email}) and m.created_at > ${since})`;
  });
}
