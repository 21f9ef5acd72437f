import type { Ack } from '@beseda/shared/protocol/socket';
import { useWords } from '../use-words';
import { useAppWords } from './use-app-words';

type Refused = Extract<Ack<never>, { ok: false }>;

/** Why something was refused; of origins which one, and what is wrong with it. */
export function useReasons(): (refused: Refused) => string {
  const words = useWords();
  const apps = useAppWords();
  return ({ code, details }) => {
    const { origin, reason } = details ?? {};
    return typeof origin === 'string' && typeof reason === 'string'
      ? apps.badOrigin(origin, reason)
      : words.why(code);
  };
}
