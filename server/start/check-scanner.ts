import { EnvironmentError } from '../config/environment-error';
import { CLAMD_URL_TAKES } from '../config/read-clamd-url';
import type { Environment } from '../config/read-environment';
import { pingClamd } from '../scanning/ask-clamd';

/** Throws EnvironmentError where a scanner is wanted and none answers: files would wait for it without end. */
export async function checkScanner({ clamd }: Environment): Promise<void> {
  if (clamd && !(await pingClamd(clamd))) {
    throw new EnvironmentError('CLAMD_URL', `${CLAMD_URL_TAKES}; nothing answers PING there`);
  }
}
