import type { Failure } from '@beseda/shared/domain/event';
import { LIMITS } from '@beseda/shared/domain/limits';
import { stripSecrets } from '@beseda/shared/domain/mask-secrets';

/** Longer texts are cut before they are searched for secrets, at a length that no secret at the end outlives. */
const LONGEST = 2_000;

/** The last failures of each kind, without secrets; what repeats itself stands once, with its last moment. */
export function keepFailures() {
  const kept: { errors: Failure[]; requests: Failure[] } = { errors: [], requests: [] };
  return {
    add(kind: keyof typeof kept, raw: string, at: number) {
      const text = stripSecrets(raw.slice(0, LONGEST)).slice(0, LIMITS.failureLength);
      const others = kept[kind].filter((known) => known.text !== text);
      kept[kind] = [...others, { text, at: new Date(at).toISOString() }].slice(-LIMITS.failures);
    },
    list: () => kept,
  };
}
