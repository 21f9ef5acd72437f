/** Structured lines; Fastify's pino fits. Never given personal text: ids, codes, counts and durations only. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * An error as log fields: its class, code and where it arose. Never its message: a database, a parser or a mail server
 * quotes there what a person wrote.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { reason: 'unknown' };
  const { code } = error as { code?: unknown };
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { reason: error.name, code, stack: stack?.join('\n') };
}
