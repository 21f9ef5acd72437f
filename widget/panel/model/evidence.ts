import type { Evidence } from '@beseda/shared/domain/event';

const MOST = 100;

/** What was shown, opened and refused while one question was written, by article number. */
export function createEvidence() {
  const shown = new Set<number>();
  const opened = new Set<number>();
  const refused = new Set<number>();
  const list = (numbers: Set<number>) => [...numbers].slice(-MOST);
  return {
    shown,
    opened,
    refused,
    take: (): Evidence => ({ shown: list(shown), opened: list(opened), refused: list(refused) }),
    clear() {
      for (const numbers of [shown, opened, refused]) numbers.clear();
    },
  };
}
