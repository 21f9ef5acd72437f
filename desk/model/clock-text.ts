const END = 24 * 60;

/** A time of day as people type it («9», «930», «9.30», «24») as "HH:MM"; null: it is none. "24:00" is the day's end. */
export function readClockText(text: string): string | null {
  const [, hour, minute = '0'] = /^(\d{1,2})[:.,\- ]?([0-5]\d)?$/.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= END ? writeMinutes(minutes) : null;
}

/** So many minutes later, on the grid of that step, within the day; of what is no time, nothing. */
export function stepClockText(text: string, step: number): string | null {
  const read = readClockText(text);
  if (read === null) return null;
  const minutes = minutesOf(read);
  const grid = Math.abs(step);
  const next = step > 0 ? Math.floor(minutes / grid) * grid + grid : Math.ceil(minutes / grid) * grid - grid;
  return writeMinutes(Math.min(END, Math.max(0, next)));
}

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function writeMinutes(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
