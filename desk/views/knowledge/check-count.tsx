import type { CheckKind, CheckList } from '@beseda/shared/protocol/kb-checks';
import { useEffect, useRef } from 'preact/hooks';
import { useLoaded } from '../settings/use-loaded';

/** Kinds that somebody has to see to; what is only not translated may stay so. */
const WAITING: readonly CheckKind[] = ['stale', 'review', 'behind', 'links'];

/** How much waits among the checks; counted anew whenever somebody goes to another place of the knowledge base. */
export function CheckCount({ place }: { place: string }) {
  const { loaded, reload } = useLoaded<CheckList>('/kb/checks?limit=1');
  const counted = useRef(place);
  useEffect(() => {
    if (counted.current === place) return;
    counted.current = place;
    reload();
  }, [place]);
  if (loaded.kind !== 'ready') return null;
  const count = WAITING.reduce((sum, kind) => sum + loaded.data.counts[kind], 0);
  return count > 0 ? <span class="count">{count}</span> : null;
}
