import { DAY } from './calendar';

/** Instants [from, to) at which the zone's clocks stand `offset` ms ahead of UTC. */
export interface OffsetSpan {
  from: number;
  to: number;
  offset: number;
}

export type ZoneOffsets = (day: number) => readonly OffsetSpan[];

/** Offsets are looked for at the ends of cells of so many days; no zone has changed and gone back within one. */
const CELL_DAYS = 7;
/** Local mean time stood still before; the formatter counts other years before year 1. */
const EARLIEST = Date.UTC(1800, 0, 1);
const MOST_CELLS = 6_000;
const MOST_ZONES = 64;

const zones = new Map<string, ZoneOffsets>();

/** The offsets of a zone for each UTC day (counted from 1970-01-01). Throws a RangeError where the runtime knows no such zone. */
export function findZone(tz: string): ZoneOffsets {
  const known = zones.get(tz);
  if (known) return known;
  if (zones.size >= MOST_ZONES) zones.clear();
  const zone = openZone(tz);
  zones.set(tz, zone);
  return zone;
}

function openZone(tz: string): ZoneOffsets {
  const offsetAt = readOffsets(tz);
  const cells = new Map<number, readonly OffsetSpan[] | number>();
  const readCell = (cell: number) => {
    const [from, to] = [cell * CELL_DAYS * DAY, (cell + 1) * CELL_DAYS * DAY];
    const spans = splitByOffset(offsetAt, { from, to, offset: offsetAt(from) }, offsetAt(to));
    if (cells.size >= MOST_CELLS) cells.clear();
    const value = spans.length === 1 ? (spans[0]?.offset ?? 0) : spans;
    cells.set(cell, value);
    return value;
  };
  return (day) => {
    const cell = Math.floor(day / CELL_DAYS);
    const value = cells.get(cell) ?? readCell(cell);
    const [from, to] = [day * DAY, (day + 1) * DAY];
    if (typeof value === 'number') return [{ from, to, offset: value }];
    return value
      .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }))
      .filter((span) => span.from < span.to);
  };
}

/** Halves the span until each part has one offset at both ends; `last` is the offset at its end. */
function splitByOffset(
  offsetAt: (instant: number) => number,
  { from, to, offset }: OffsetSpan,
  last: number,
): OffsetSpan[] {
  if (offset === last || to - from <= 1_000) return [{ from, to, offset }];
  const middle = Math.floor((from + to) / 2_000) * 1_000;
  const between = offsetAt(middle);
  const early = splitByOffset(offsetAt, { from, to: middle, offset }, between);
  const late = splitByOffset(offsetAt, { from: middle, to, offset: between }, last);
  const [before, after] = [early.at(-1), late[0]];
  if (!before || !after || before.offset !== after.offset) return [...early, ...late];
  return [...early.slice(0, -1), { ...before, to: after.to }, ...late.slice(1)];
}

/** The runtime's own time-zone data; instants are whole seconds. */
function readOffsets(tz: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (given) => {
    const instant = Math.max(given, EARLIEST);
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .format(instant)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
}
