import type { Locale } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { hashSecret, newSecret } from '../sessions/hash-secret';

/** Writes a one-time link to a requester's own requests and gives its URL; the secret stands in the fragment. */
export async function writePortalLink(
  services: Pick<Services, 'environment' | 'now'>,
  { sql }: Transaction,
  { personId, locale, to, lifeMs }: { personId: string; locale: Locale; to: string; lifeMs: number },
): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(services.now() + lifeMs).toISOString();
  await sql`
    insert into portal_links (secret_hash, person_id, created_at, expires_at)
    values (${hashSecret(secret)}, ${personId}, ${nowIso(services)}, ${expiresAt})`;
  return `${services.environment.publicUrl}/help/${locale}/requests${to && `/${to}`}#link=${secret}`;
}
