import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { Refusal } from '../context/refusal';
import { isDatabaseAway } from '../db/database-away';
import { type ClaimedMail, claimInbound } from './claim-inbound';
import { fingerprintMail } from './fingerprint-mail';
import { parseMail } from './parsing/parse-mail';
import { MailUnreadable } from './parsing/parsed-mail';
import { placeMail } from './placing/place-mail';
import { loadRaw } from './read-raw';
import { noteUnderstood, parkMail, putOffMail, settlePlaced } from './settle-inbound';
import { understandMail } from './understand-mail';

/** Attempts that end the process or fail in a way that nobody foresaw. */
const MOST_ATTEMPTS = 6;

/**
 * Handles the next mail that is due: reads it, and puts it where it belongs, or aside with the reason. Safe on several
 * nodes at once, and when it is cut off anywhere. False: none is due.
 */
export async function handleInbound(services: Services, lane: { large: boolean }): Promise<boolean> {
  const claimed = await claimInbound(services, lane);
  if (!claimed) return false;
  try {
    if (claimed.attempts > MOST_ATTEMPTS) await parkMail(services, claimed, { reason: 'gave_up' });
    else await handle(services, claimed);
  } catch (error) {
    await settleFailed(services, claimed, error);
  }
  return true;
}

async function handle(services: Services, claimed: ClaimedMail): Promise<void> {
  const raw = await loadRaw(services, claimed);
  if (!raw) return parkMail(services, claimed, { reason: 'raw_missing' });
  const mail = await parseMail(raw);
  const fingerprint = fingerprintMail(mail, claimed.sha256);
  const { messageId, mailClass } = mail;
  const understanding = { fingerprint, messageId, mailClass, mail: understandMail(mail) };
  if (!(await noteUnderstood(services, claimed, understanding))) return;
  const { envelope, ...of } = claimed;
  const placed = await placeMail(services, {
    id: of.id,
    receivedAt: of.receivedAt,
    way: of.way,
    remote: of.remote,
    envelope: { from: envelope.from, to: [...envelope.to] },
    fingerprint,
    mail,
    raw,
  });
  await settlePlaced(services, claimed, fingerprint, placed);
}

/** What no further attempt mends is parked at once; what nobody foresaw, after some. It holds up nothing. */
async function settleFailed(services: Services, claimed: ClaimedMail, error: unknown): Promise<void> {
  if (isDatabaseAway(error)) throw error;
  if (error instanceof MailUnreadable) {
    return parkMail(services, claimed, { reason: `unreadable_${error.reason}` });
  }
  const isOurs = error instanceof Refusal && error.code !== 'unavailable' && error.code !== 'internal';
  if (isOurs) return parkMail(services, claimed, { reason: 'not_placed', detail: error.code });
  const described = describeError(error) as { reason: string; code?: string };
  services.log.warn({ mail: claimed.id, attempts: claimed.attempts, ...described }, 'mail not handled');
  if (error instanceof Refusal) return putOffMail(services, claimed, { counted: false });
  if (claimed.attempts < MOST_ATTEMPTS) return putOffMail(services, claimed);
  const detail = [described.reason, described.code].filter(Boolean).join(' ');
  await parkMail(services, claimed, { reason: 'failed', detail });
}
