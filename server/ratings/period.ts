import { Refusal } from '../context/refusal';

/** Days as `YYYY-MM-DD`, both included, of the support's own zone. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
/** Days are counted as the support counts them. */
export const RATING_ZONE = 'Europe/Moscow';

/** The last thirty days unless said. Refuses with `invalid_input` what is no day, or ends before it begins. */
export function readPeriod({ from, to }: Period, now: number): { from: string; to: string } {
  const last = readDay(to, 'to') ?? dayOf(now);
  const first = readDay(from, 'from') ?? dayOf(Date.parse(last) - (USUAL_DAYS - 1) * DAY_MS);
  if (first > last) {
    throw new Refusal('invalid_input', 'The period ends before it begins.', { field: 'to' });
  }
  return { from: first, to: last };
}

function readDay(given: string | undefined, field: string): string | null {
  if (given === undefined) return null;
  const at = Date.parse(`${given}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== given) {
    throw new Refusal('invalid_input', 'This is no day like 2026-11-27.', { field });
  }
  return given;
}

function dayOf(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: RATING_ZONE }).format(at);
}
