/** Postgres writes `2026-11-23 03:18:20.1+00`; the wire has ISO 8601 in UTC. */
export function toIso(instant: string): string {
  return new Date(instant).toISOString();
}

export function toIsoOrNull(instant: string | null): string | null {
  return instant === null ? null : toIso(instant);
}
