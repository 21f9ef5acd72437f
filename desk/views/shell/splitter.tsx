import { useRef } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { clampWidth, WIDTHS } from '../../model/preferences';
import { usePage, useTexts } from '../contexts';

const STEP = 16;

/** The edge between two panes: drawn by pointer, moved by arrow keys, back to usual by double click. */
export function Splitter({ pane }: { pane: keyof typeof WIDTHS }) {
  const { texts } = useTexts();
  const { preferences } = usePage();
  const width = useValue(preferences)[pane];
  const drag = useRef<{ x: number; width: number } | null>(null);
  const grows = pane === 'listWidth' ? 1 : -1;
  const { min, max, usual } = WIDTHS[pane];
  const resize = (next: number) => preferences.change({ [pane]: clampWidth(pane, next) });
  const keys: Record<string, number> = {
    ArrowRight: width + STEP * grows,
    ArrowLeft: width - STEP * grows,
    Home: min,
    End: max,
  };
  return (
    <div
      class="splitter"
      data-edge={pane}
      role="separator"
      aria-orientation="vertical"
      aria-label={pane === 'listWidth' ? texts.app.resizeList : texts.app.resizeDetails}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Math.round(width)}
      tabIndex={0}
      onKeyDown={(event) => {
        const next = keys[event.key];
        if (next === undefined) return;
        event.preventDefault();
        resize(next);
      }}
      onDblClick={() => resize(usual)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (drag.current) resize(drag.current.width + (event.clientX - drag.current.x) * grows);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
