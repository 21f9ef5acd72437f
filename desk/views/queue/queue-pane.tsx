import type { MutableRef } from 'preact/hooks';
import { useEffect, useImperativeHandle, useRef } from 'preact/hooks';
import { usePlaces } from '../../hooks/use-places';
import { useValue } from '../../hooks/use-value';
import { useDesk, useTexts } from '../contexts';
import { Splitter } from '../shell/splitter';
import { StateMessage } from '../state-message';
import { QueueRows, type RowsHandle } from './queue-rows';
import { SearchField } from './search-field';

/** What the rest of the desk may ask of the list. Numbers are those of tickets. */
export interface QueueHandle {
  moveCursor(by: number): void;
  /** Where the cursor stands; null before it was ever moved. */
  cursor(): number | null;
  /** The row that has the keyboard focus. */
  focused(): number | null;
  focusCursor(): void;
  search(): void;
}

/** Search and the list of one view. */
export function QueuePane({ handle }: { handle: MutableRef<QueueHandle | null> }) {
  const { texts } = useTexts();
  const { queue } = useDesk();
  const { view, query } = usePlaces();
  const rows = useRef<RowsHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => void queue.open(view, query), [queue, view, query]);
  useImperativeHandle(
    handle,
    () => ({
      moveCursor: (by) => rows.current?.moveCursor(by),
      cursor: () => rows.current?.cursor() ?? null,
      focused: () => rows.current?.focused() ?? null,
      focusCursor: () => rows.current?.moveCursor(0),
      search: () => field.current?.select(),
    }),
    [],
  );
  return (
    <section class="list" aria-label={texts.queue.label}>
      <header class="list-head">
        <h2 class="list-title">{texts.views[view]}</h2>
        <SearchField field={field} />
      </header>
      <QueueBody handle={rows} />
      <Splitter pane="listWidth" />
    </section>
  );
}

function QueueBody({ handle }: { handle: MutableRef<RowsHandle | null> }) {
  const { texts } = useTexts();
  const { queue } = useDesk();
  const { list, phase } = useValue(queue.state);
  if (list.rows.length > 0) return <QueueRows handle={handle} />;
  if (phase === 'loading') return <Skeleton />;
  if (phase === 'failed') {
    return (
      <StateMessage title={texts.queue.failed} hint={texts.app.unreachedHint}>
        <button type="button" class="button" onClick={() => void queue.open(list.view, list.query)}>
          {texts.app.tryAgain}
        </button>
      </StateMessage>
    );
  }
  const [title, hint] = list.query === '' ? texts.queue.empty[list.view] : texts.queue.nothingFound;
  return <StateMessage title={title ?? ''} {...(hint ? { hint } : {})} />;
}

/** Grey rows in the shape of what is coming. */
function Skeleton() {
  const { texts } = useTexts();
  return (
    <div class="skeleton" role="status" aria-label={texts.app.loading}>
      {Array.from({ length: 8 }, (_, index) => (
        <div class="skeleton-row" key={index}>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
