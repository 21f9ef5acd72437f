import { isOpen, nextOpening } from '@beseda/shared/domain/open-hours';
import type { PhoneLine } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';

interface NumberRow {
  number: string;
  note: string;
  calendarId: string | null;
}

/** The numbers that this requester's company may call, and whether somebody is there; none where its region has none. */
export async function showPhone(ctx: Context): Promise<PhoneLine[]> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const levels = await ctx.serviceLevels.get();
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<NumberRow[]>`
      select n.number, n.note, n.calendar_id as "calendarId"
      from phone_numbers n join companies o on o.id = ${actor.companyId}
      where lower(n.region) = lower(o.region) order by n.position, n.id`,
  );
  const now = ctx.now();
  return rows.map(({ number, note, calendarId }) => {
    const hours = calendarId === null ? null : levels.hoursOf(calendarId);
    const open = hours === null || isOpen(hours, now);
    const opening = open ? null : nextOpening(hours, now);
    return { number, note, open, opensAt: opening === null ? null : new Date(opening).toISOString() };
  });
}
