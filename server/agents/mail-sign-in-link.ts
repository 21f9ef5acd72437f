import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';

/** Queues a mail with a sign-in link when there is such an agent; the caller answers alike in any case. */
export async function mailSignInLink(services: Services, email: string): Promise<void> {
  const at = nowIso(services);
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into mail_outbox (id, kind, recipient, data, message_id, due_at, created_at)
      select ${uuidv7(services.now())}, 'sign_in', email, '{}', ${randomUUID()}, ${at}, ${at} from agents
      where lower(email) = lower(${email}) and not disabled`,
  );
}
