/** Local time as a field of type `datetime-local` has it. Milliseconds since the epoch. */
export function localMinute(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
