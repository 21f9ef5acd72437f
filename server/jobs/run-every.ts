import type { Logger } from '../context/logger';
import { describeError } from '../context/logger';

/** Runs a job again and again, `pauseMs` after it has ended; a failure is logged and the next turn comes. Gives its stop. */
export function runEvery(
  pauseMs: number,
  name: string,
  log: Logger,
  job: () => Promise<unknown>,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      turn = job()
        .catch((error: unknown) => log.warn({ job: name, ...describeError(error) }, 'job failed'))
        .then(() => {
          if (!stopped) next();
        });
    }, pauseMs);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  };
}
