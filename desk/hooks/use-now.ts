import { createValue } from '@beseda/shared/client/value';
import { useValue } from './use-value';

const STEP_MS = 20_000;
const now = createValue(Date.now());
setInterval(() => now.set(Date.now()), STEP_MS);

/** The time for phrases such as «5 мин назад», renewed every 20 s for all that show it. */
export function useNow(): number {
  return useValue(now);
}
