import { type OutsideRules, openAddress } from '../outside/open-address';
import type { Heard } from './judge-answer';

export interface Asking {
  /** Who we are, with where to read about us. */
  userAgent: string;
  signal: AbortSignal;
  /** Tests have rules of their own. */
  rules?: OutsideRules | undefined;
}

const TIMEOUT_MS = 10_000;

/** Whether something is at an address of another site. No body is read; who does not know HEAD is asked again. */
export async function askAddress(address: string, { userAgent, signal, rules }: Asking): Promise<Heard> {
  const ask = async (method: 'HEAD' | 'GET'): Promise<Heard> => {
    const given = { method, userAgent, signal, timeoutMs: TIMEOUT_MS };
    const answer = await openAddress(address, given, rules);
    if (typeof answer === 'string') return answer;
    answer.body.destroy();
    return answer.status;
  };
  const first = await ask('HEAD');
  return typeof first === 'number' && first >= 400 && first !== 429 && !signal.aborted ? ask('GET') : first;
}
