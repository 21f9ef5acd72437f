import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

/** Nobody's mailbox is to be filled by a stranger who knows the address. */
const MAIL_PAUSE_MS = 60_000;

/** Queues a mail with a sign-in link when there is such an agent, at most one a minute; the caller answers alike in any case. */
export async function mailSignInLink(services: Services, email: string): Promise<void> {
  await services.database.inTransaction(SYSTEM, (tx) => queueSignInMail(services, tx, email));
}

/** The same in the caller's transaction. The link is made when the mail goes out, and lasts half an hour from then. */
export async function queueSignInMail(
  services: Pick<Services, 'now'>,
  { sql }: Transaction,
  email: string,
): Promise<void> {
  const at = nowIso(services);
  const since = new Date(services.now() - MAIL_PAUSE_MS).toISOString();
  await sql`
    insert into mail_outbox (id, kind, recipient, data, message_id, due_at, created_at)
    select ${uuidv7(services.now())}, 'sign_in', email, '{}', ${randomUUID()}, ${at}, ${at} from agents
    where lower(email) = lower(${email}) and not disabled and not exists (
      select from mail_outbox m where m.kind = 'sign_in' and m.recipient = agents.email and m.created_at > ${since})`;
}
