/** A value as the parameter of a jsonb column in a raw statement (the client's own JSON serialiser is off for drizzle). */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}
