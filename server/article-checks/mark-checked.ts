import { changeArticles } from '../contents/change-articles';
import type { Context } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { requireWriter } from '../manuscripts/may-publish';

const MONTHS = 6;

interface Checked {
  number: number;
  /** A date after today; half a year from today where it is left out. */
  checkBy?: string;
}

/**
 * Somebody has looked at the article in all its languages: it is to be checked again later. Stands in the history.
 * Refuses with `forbidden`, `not_found` and `invalid_input`.
 */
export async function markChecked(ctx: Context, { number, checkBy }: Checked): Promise<{ checkBy: string }> {
  requireWriter(ctx.actor);
  const today = new Date(ctx.now());
  const next = checkBy ?? addMonths(today, MONTHS);
  if (next <= dayOf(today)) {
    throw new Refusal('invalid_input', 'An article is checked again after today.', { field: 'checkBy' });
  }
  const found = await ctx.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      select from articles where number = ${number}
      union all select from article_drafts where number = ${number}`,
  );
  if (found.length === 0) throw notFound();
  await changeArticles(ctx, [{ numbers: [number], checkBy: next }]);
  return { checkBy: next };
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The same day of the month, or its last one. */
function addMonths(from: Date, months: number): string {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), last))));
}
