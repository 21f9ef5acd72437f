import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from '../config/read-environment';
import { describeError } from '../context/logger';

/**
 * JSON lines. What libraries log by themselves is held to the same rule as our own lines: of an error its kind and place,
 * never its text or raw bytes, and no headers of a request, where sessions stand.
 */
export function createLogger(level: LogLevel, destination: DestinationStream = openStderr()): Logger {
  const options: LoggerOptions = {
    level,
    serializers: { err: describeError },
    redact: { paths: ['busboyOptions', 'req', 'headers'], remove: true },
    hooks: {
      logMethod(given, method) {
        const [first, message] = given as [unknown, unknown];
        const error = errorOf(first);
        if (!error || (message !== undefined && message !== error.message)) return method.apply(this, given);
        return method.apply(this, [first, error.name] as unknown as typeof given);
      },
    },
  };
  return pino(options, destination);
}

/** Without a message of its own, a line would take over the error's. */
function errorOf(first: unknown): Error | null {
  const found = typeof first === 'object' && first !== null && 'err' in first ? first.err : first;
  return found instanceof Error ? found : null;
}

/** Lines that nobody reads any more are lost, and nothing else is. */
function openStderr(): DestinationStream {
  const destination = pino.destination(2);
  destination.on('error', () => {});
  return destination;
}
