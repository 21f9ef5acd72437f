import { createHmac } from 'node:crypto';
import type { Locale } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { hashSecret } from '../sessions/hash-secret';
import { requestUrl } from './request-url';

const LIFE_MS = 7 * 86_400_000;

/**
 * A link of one mail to the request that it is about. It signs in its reader, once; used or too old, it leads to the same
 * place after a new link. Its secret is the same at every attempt to send the mail, and lies in no queue.
 */
export async function writeMailLink(
  services: Pick<Services, 'environment' | 'secrets' | 'now'>,
  { sql }: Transaction,
  mail: { id: string; personId: string; locale: Locale; number: number },
): Promise<string> {
  const secret = createHmac('sha256', services.secrets.mailLinks)
    .update(`${mail.id}\n${mail.personId}`)
    .digest('base64url');
  const expiresAt = new Date(services.now() + LIFE_MS).toISOString();
  await sql`
    insert into portal_links (secret_hash, person_id, created_at, expires_at)
    values (${hashSecret(secret)}, ${mail.personId}, ${nowIso(services)}, ${expiresAt}) on conflict do nothing`;
  return `${requestUrl(services, mail)}#link=${secret}`;
}
