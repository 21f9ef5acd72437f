import { compareTopics, readTopic } from '../../tickets/compare-topics';

const ANSWER =
  /^(?:(?:re|fwd?|fw|aw|wg|sv|vs|antw|rv|tr|rif|odp|res|на|ответ|отв|пер|переслано)(?:\s?\[\d+\]|\s?\(\d+\))?\s?[:：]\s*)+/iu;
const NUMBER = /\[\s*(?:ticket\s*|обращение\s*)?[#№]\s*(\d{1,15})\s*\]/iu;

/** The number of a ticket that a subject names as ours do. */
export function numberIn(subject: string): number | null {
  const [, digits] = NUMBER.exec(subject) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** A subject without what mail programs and we have put before it. */
export function bareSubject(subject: string): string {
  let left = subject.trim();
  for (;;) {
    const next = left.replace(ANSWER, '').replace(NUMBER, '').trim();
    if (next === left) return left;
    left = next;
  }
}

/** Whether a mail that answers on a ticket asks something else: a subject of its own, and nothing quoted. */
export function isNewTopic(
  mail: { subject: string; hasQuote: boolean },
  ticket: { number: number; subject: string },
): boolean {
  if (mail.hasQuote || numberIn(mail.subject) === ticket.number) return false;
  const subject = bareSubject(mail.subject);
  if (subject === '' || subject.toLowerCase() === bareSubject(ticket.subject).toLowerCase()) return false;
  return compareTopics(readTopic(subject), readTopic(ticket.subject)) === 0;
}
