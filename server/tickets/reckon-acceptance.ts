import { closingAfterDays } from '@beseda/shared/domain/open-hours';
import type { ServiceLevels } from '../clocks/service-levels';
import type { LockedConversation } from '../conversations/lock-conversation';

const DAY_MS = 86_400_000;

/** By when the company is asked to answer: `days` of its own working days, or of any where it has no calendar. */
export function reckonAcceptance(
  { terms }: LockedConversation,
  levels: ServiceLevels,
  at: string,
  days: number,
): string {
  const now = Date.parse(at);
  const level = levels.of(terms);
  const closing = level && closingAfterDays(level.hours, now, days);
  return new Date(closing ?? now + days * DAY_MS).toISOString();
}
