import { dueAt, isOpen, nextOpening } from '@beseda/shared/domain/open-hours';
import type { PromiseOutlook } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import { loadTerms } from './load-terms';
import type { ServiceLevel } from './service-levels';

/** When somebody who asks now would be answered. Null: their plan promises nothing. */
export async function foreseePromise(ctx: Context): Promise<PromiseOutlook | null> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const levels = await ctx.serviceLevels.get();
  const terms = await ctx.inTransaction((tx) => loadTerms(tx, actor.companyId));
  return outlookOf(levels.of(terms), ctx.now());
}

function outlookOf(level: ServiceLevel | null, now: number): PromiseOutlook | null {
  const target = level?.targetOf('first_reaction', 'normal') ?? null;
  const due = level && target !== null ? dueAt(level.hours, now, target * 1000) : null;
  if (!level || due === null) return null;
  const open = isOpen(level.hours, now);
  const opening = open ? null : nextOpening(level.hours, now);
  return {
    open,
    opensAt: opening === null ? null : new Date(opening).toISOString(),
    dueAt: new Date(due).toISOString(),
    tz: level.hours.calendar.tz,
  };
}
