import type { Parts } from '../run-panel';
import { watchPlace } from './watch-place';

/** Tells the panel where the person is after every move in a page that is never loaded anew. */
export function followPage({ core, line, signal }: Parts): void {
  watchPlace(
    core,
    {
      onMove({ place, moved, own }) {
        line.tellState();
        if (own || moved)
          line.tell({ type: 'call', method: 'suggest', value: own ? own.value : { route: place } });
      },
    },
    signal,
  );
}
