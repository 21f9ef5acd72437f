import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../../context/context';
import { SYSTEM } from '../../db/actor';
import { toJson } from '../../db/to-json';
import { uuidFrom } from '../uuid-from';
import type { ReceivedMail } from './placement';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Somebody may write in the name of many. */
const MOST_PER_HOUR = 200;
const READS_NOTHING =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?)(?:[-_.+].*)?@/i;

/**
 * Tells who is served to somebody who is not, at most once a day; nothing of what they have written goes out again.
 * Whoever answers a mail of ours is not told anything: that may be a machine, which would go on for ever.
 */
export async function answerStranger(
  services: Services,
  { mail, fingerprint }: ReceivedMail,
  { address, locale }: { address: string; locale: Locale },
): Promise<void> {
  if (READS_NOTHING.test(address) || isAnswer(services, mail)) return;
  const now = services.now();
  const [dayAgo, hourAgo] = [DAY_MS, HOUR_MS].map((span) => new Date(now - span).toISOString());
  const at = nowIso(services);
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    // Two mails at once wait for each other.
    await sql`select pg_advisory_xact_lock(hashtext('not_served'))`;
    await sql`
      insert into mail_outbox (id, kind, recipient, data, message_id, due_at, created_at)
      select ${uuidv7(now)}, 'not_served', ${address}, ${toJson({ locale })}::jsonb, ${uuidFrom(`${fingerprint}/answer`)},
        ${at}, ${at}
      where not exists (
        select from mail_outbox m where m.conversation_id is null and m.kind = 'not_served'
          and m.created_at > ${dayAgo ?? at} and lower(m.recipient) = lower(${address}))
        and (select count(*) from mail_outbox m where m.conversation_id is null and m.kind = 'not_served'
          and m.created_at > ${hourAgo ?? at}) < ${MOST_PER_HOUR}
      on conflict (message_id) do nothing`;
  });
}

function isAnswer({ environment }: Services, { inReplyTo, references }: ReceivedMail['mail']): boolean {
  const own = `@${environment.mailDomain}`;
  return [...inReplyTo, ...references].some((id) => id.toLowerCase().endsWith(own));
}
