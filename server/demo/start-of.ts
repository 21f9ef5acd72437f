import { elapsedMs } from '@beseda/shared/domain/open-hours';
import type { ServiceLevels } from '../clocks/service-levels';
import type { PastConversation } from './past-conversation';

const MINUTE_MS = 60_000;
/** Longer than any time that nothing is open. */
const FAR_MS = 21 * 24 * 60 * MINUTE_MS;
const EXACT_MS = 1_000;

/** When a past conversation began, for a demo that starts at `now`. */
export function startOf({ begins, from }: PastConversation, levels: ServiceLevels, now: number): number {
  if ('minutesAgo' in begins) return now - begins.minutesAgo * MINUTE_MS;
  const level = levels.of({ plan: from.company.plan, calendarId: null, calendarExceptions: {} });
  const target = level?.targetOf('first_reaction', 'normal');
  if (!level || !target) throw new Error(`The plan ${from.company.plan} promises no first reaction.`);
  const worked = target * 1000 - begins.left * MINUTE_MS;
  let [early, late] = [now - FAR_MS, now];
  while (late - early > EXACT_MS) {
    const middle = (early + late) / 2;
    if (elapsedMs(level.hours, middle, now) >= worked) early = middle;
    else late = middle;
  }
  return Math.round(early);
}
