const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '53300',
  '25006',
]);
/** Classes of SQLSTATE: connection exceptions, and the server's own shut-down, crash and start. */
const AWAY_CLASS = /^(08|57P)/;

/** Whether the database, not the request, is at fault: trying again later helps. */
export function isDatabaseAway(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && (AWAY.has(code) || AWAY_CLASS.test(code));
}
