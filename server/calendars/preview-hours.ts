import {
  compileCalendar,
  dueAt,
  elapsedMs,
  isOpen,
  nextOpening,
  type OpenHours,
  type Pause,
} from '@beseda/shared/domain/open-hours';
import { Refusal } from '../context/refusal';
import { readDefinition } from './calendar-fields';

export const PREVIEW_OPS = ['due', 'elapsed', 'next_open', 'is_open'] as const;

/** Instants as ISO 8601 with a zone, lengths in seconds. */
export interface HoursPreview {
  op: (typeof PREVIEW_OPS)[number];
  start: string;
  end?: string;
  durationSeconds?: number;
  pauses?: (string | null)[][];
}

export type HoursAnswer =
  | { due: string | null }
  | { elapsedSeconds: number }
  | { at: string | null }
  | { open: boolean };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
/** As far as `dueAt` looks. */
const LONGEST_MS = 50 * 365 * 86_400_000;

/** Refuses with `invalid_calendar`, naming the field at fault. */
export function readCalendar(given: unknown): OpenHours {
  return compileCalendar(readDefinition(given));
}

/** What working time in these hours comes to; a due instant or opening that never comes is null. Refuses with `invalid_input`. */
export function previewHours(hours: OpenHours, preview: HoursPreview): HoursAnswer {
  const start = readInstant(preview.start, 'start');
  const pauses = readPauses(preview.pauses ?? []);
  switch (preview.op) {
    case 'due': {
      const { durationSeconds } = preview;
      if (durationSeconds === undefined) throw missing('durationSeconds');
      return { due: writeInstant(dueAt(hours, start, durationSeconds * 1_000, pauses)) };
    }
    case 'elapsed': {
      if (preview.end === undefined) throw missing('end');
      const end = readInstant(preview.end, 'end');
      if (end - start > LONGEST_MS) throw wrong('end', 'must not be more than 50 years after the start');
      return { elapsedSeconds: elapsedMs(hours, start, end, pauses) / 1_000 };
    }
    case 'next_open':
      return { at: writeInstant(nextOpening(hours, start)) };
    case 'is_open':
      return { open: isOpen(hours, start) };
  }
}

function readPauses(pauses: readonly (string | null)[][]): Pause[] {
  return pauses.map(([from, to], at) => ({
    from: readInstant(from ?? '', `pauses[${at}][0]`),
    to: to == null ? null : readInstant(to, `pauses[${at}][1]`),
  }));
}

function readInstant(text: string, field: string): number {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw wrong(field, 'must be an instant, such as 2026-03-02T09:00:00Z');
  return at;
}

/** Parts of a second only where there are any. */
function writeInstant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}

function missing(field: string): Refusal {
  return wrong(field, 'is needed for this op');
}

function wrong(field: string, what: string): Refusal {
  return new Refusal('invalid_input', `body ${field} ${what}`, { field });
}
