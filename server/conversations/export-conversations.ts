import type { Locale } from '@beseda/shared/domain/words';
import type { Context } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester } from '../db/actor';
import { toIso } from '../db/instants';
import { writeCsvLine } from '../export/write-csv-line';
import { EXPORT_TEXTS } from './export-texts';
import { type ListRow, loadRows } from './load-rows';
import { type ConversationFilter, pickerFor } from './pick-conversations';

const MOST_ROWS = 100_000;
const BATCH = 200;

/**
 * A requester's conversations as lines of CSV, newest change first: those that were there when it began, loaded as they
 * are written. `tz`: the zone of its instants. Refuses as `listConversations` does, and with invalid_input for a zone, before the
 * first line.
 */
export async function exportConversations(
  ctx: Context,
  filter: ConversationFilter,
  { locale, tz }: { locale: Locale; tz: string },
): Promise<AsyncIterable<string>> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const picker = pickerFor(actor, filter);
  const clock = createClock(tz);
  const found = await ctx.inTransaction(
    ({ sql }) => sql<{ id: string }[]>`
      select c.id from tickets t join conversations c on c.id = t.conversation_id
      ${picker.pick(sql, { ...filter, limit: MOST_ROWS })}`,
  );
  return write(
    ctx,
    found.map(({ id }) => id),
    locale,
    clock,
  );
}

async function* write(
  ctx: Context,
  ids: readonly string[],
  locale: Locale,
  clock: Clock,
): AsyncGenerator<string> {
  const { columns } = EXPORT_TEXTS[locale];
  yield `\uFEFF${writeCsvLine(columns.map((name) => name.replace('{tz}', clock.tz)))}`;
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const rows = await ctx.inTransaction(({ sql }) =>
      loadRows({ sql }, sql`where c.id = any(${batch}::uuid[])`),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield batch
      .flatMap((id) => byId.get(id) ?? [])
      .map((row) => writeCsvLine(cellsOf(row, locale, clock)))
      .join('');
  }
}

function cellsOf(row: ListRow, locale: Locale, { tell }: Clock): (string | number)[] {
  const { statuses, types, channels } = EXPORT_TEXTS[locale];
  return [
    row.number,
    row.subject,
    row.type === null ? '' : types[row.type],
    statuses[row.status],
    row.personName,
    channels[row.channel],
    row.assigneeName ?? '',
    tell(row.createdAt),
    tell(row.updatedAt),
    row.promise?.dueAt ? tell(row.promise.dueAt) : '',
    row.lastAuthorName,
    tell(row.lastMessageAt),
    row.preview,
  ];
}

interface Clock {
  tz: string;
  tell(instant: string): string;
}

/** `2026-11-27 10:30`: what spreadsheets of every language take for an instant. */
function createClock(tz: string): Clock {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short', timeStyle: 'short' });
    return { tz, tell: (instant) => format.format(new Date(toIso(instant))) };
  } catch {
    throw new Refusal('invalid_input', 'There is no such time zone.', { field: 'tz' });
  }
}
