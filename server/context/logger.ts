/** Structured lines; Fastify's pino fits. Never given personal text: ids, codes, counts and durations only. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** An error as log fields: its class, code and stack, without the values that a database driver attaches. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { reason: 'unknown' };
  return { reason: error.name, code: (error as { code?: unknown }).code, stack: error.stack };
}
