import type { MutableRef } from 'preact/hooks';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useNow } from '../../hooks/use-now';
import { usePlaces } from '../../hooks/use-places';
import { useValue } from '../../hooks/use-value';
import { revealRow, windowOf } from '../../model/window';
import { useDesk, useTexts } from '../contexts';
import { QueueRowLink } from './queue-row';

/** Must be the height of `.row` in queue.css. */
const ROW_HEIGHT = 84;
const MARGIN = 6;
/** How many rows before the end the next page is asked for. */
const AHEAD = 40;

export interface RowsHandle {
  moveCursor(by: number): void;
  cursor(): number | null;
  focused(): number | null;
}

/** The list itself: only rows in and near sight are in the document, whatever its length. */
export function QueueRows({ handle }: { handle: MutableRef<RowsHandle | null> }) {
  const { texts } = useTexts();
  const { queue } = useDesk();
  const { list, more } = useValue(queue.state);
  const { number: open } = usePlaces();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { top, height } = useScrolled(scroller);
  const { cursor, setCursor } = useCursor(scroller, open);
  const { rows, next } = list;
  const { from, to } = windowOf({ count: rows.length, rowHeight: ROW_HEIGHT, top, height, margin: MARGIN });

  useEffect(() => {
    if (next !== null && to + AHEAD >= rows.length && more === 'idle') void queue.loadMore();
  }, [to, rows.length, next, more]);

  const moveCursor = (by: number) => {
    const at = rows.findIndex((row) => row.number === cursor);
    const goal = at === -1 ? Math.floor(top / ROW_HEIGHT) : Math.min(rows.length - 1, Math.max(0, at + by));
    const row = rows[goal];
    const element = scroller.current;
    if (!row || !element) return;
    // Hidden on a phone it has no height to scroll by.
    if (element.clientHeight > 0)
      element.scrollTop = revealRow({
        index: goal,
        rowHeight: ROW_HEIGHT,
        top: element.scrollTop,
        height: element.clientHeight,
      });
    setCursor(row.number);
  };
  useImperativeHandle(handle, () => ({
    moveCursor,
    cursor: () => cursor,
    focused: () => focusedIn(scroller.current),
  }));

  const drawn = rows.slice(from, to);
  const inReach = drawn.some((row) => row.number === cursor);
  return (
    <div class="rows" ref={scroller} onKeyDown={(event) => moveByArrow(event, moveCursor)}>
      <ul
        role="list"
        aria-label={texts.queue.count(rows.length)}
        ref={(element) => setHeight(element, rows.length)}
      >
        {drawn.map((row, index) => (
          <li
            key={row.number}
            class="row-place"
            aria-setsize={next === null ? rows.length : -1}
            aria-posinset={from + index + 1}
            style={{ transform: `translateY(${(from + index) * ROW_HEIGHT}px)` }}
          >
            <QueueRowLink
              row={row}
              now={now}
              open={row.number === open}
              tabbable={inReach ? row.number === cursor : from + index === Math.ceil(top / ROW_HEIGHT)}
              onFocus={() => setCursor(row.number)}
            />
          </li>
        ))}
      </ul>
      {next !== null && (
        <p class="rows-more" role="status">
          {more === 'failed' ? (
            <button type="button" class="button small" onClick={() => void queue.loadMore()}>
              {texts.queue.moreFailed}. {texts.app.tryAgain}
            </button>
          ) : (
            texts.queue.loadingMore
          )}
        </p>
      )}
    </div>
  );
}

function setHeight(element: HTMLElement | null, count: number): void {
  element?.style.setProperty('height', `${count * ROW_HEIGHT}px`);
}

function moveByArrow(event: KeyboardEvent, move: (by: number) => void): void {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
  if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  move(by);
}

function focusedIn(scroller: HTMLElement | null): number | null {
  const active = document.activeElement;
  const number =
    active instanceof HTMLElement && scroller?.contains(active) ? active.dataset['number'] : undefined;
  return number === undefined ? null : Number(number);
}

/** Scroll position and height of an element, as they are. */
function useScrolled(scroller: { current: HTMLElement | null }): { top: number; height: number } {
  const [size, setSize] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setSize({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  return size;
}

/** The row that the keyboard is at. Moving it moves the focus; it follows the ticket that is opened. */
function useCursor(scroller: { current: HTMLElement | null }, open: number | null) {
  const [cursor, setCursor] = useState<number | null>(open);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (open !== null) setCursor(open);
  }, [open]);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-number="${wanted.current}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  return {
    cursor,
    setCursor(number: number) {
      if (focusedIn(scroller.current) !== number) wanted.current = number;
      setCursor(number);
    },
  };
}
