import type { RulesPreview } from '@beseda/shared/protocol/rules';
import { changeAsAdmin } from '../audit/change-as-admin';
import { type PreviewContext, previewRules } from '../clocks/preview-rules';
import { type CalendarPatch, readCalendarFields } from './calendar-fields';
import { loadCalendar } from './list-calendars';

/** What a change of a calendar would do to open tickets. Refuses like the change itself; writes nothing. */
export async function previewCalendar(
  ctx: PreviewContext,
  id: string,
  patch: CalendarPatch,
): Promise<RulesPreview> {
  const { calendar: definition, daySetKey } = await changeAsAdmin(ctx, async (tx) =>
    readCalendarFields(tx, patch, await loadCalendar(tx, id)),
  );
  return previewRules(ctx, (rules) => ({
    ...rules,
    calendars: rules.calendars.map((row) => (row.id === id ? { id, definition, daySetKey } : row)),
  }));
}
