import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import { useMemo, useRef, useState } from 'preact/hooks';
import { dropOrder, type Order, type Row, stepOrder } from '../../../../model/kb-tree';
import { idOf, type RowActions, TreeRow } from './tree-row';
import { useTreeWords } from './use-tree-words';

export interface GridProps {
  tree: KbTree;
  rows: readonly Row[];
  selected: ReadonlySet<number>;
  onSelect: (number: number) => void;
  onToggle: (key: string) => void;
  onOpen: (row: Row) => void;
  onRemove: (row: Row) => void;
  onAddSection: (row: Row) => void;
  /** Null: it cannot go there. */
  onMove: (row: Row, order: Order | null) => void;
}

/** The rows: by mouse and by keyboard, dragged or stepped from place to place. */
export function TreeGrid(props: GridProps) {
  const words = useTreeWords();
  const { rows, tree } = props;
  const [current, setCurrent] = useState('');
  const [held, setHeld] = useState<{ row: Row; over: string; after: boolean } | null>(null);
  const known = useRef(props);
  known.current = props;
  const dragged = useRef<Row | null>(null);
  const actions = useMemo(() => actionsOf(), []);
  const focused = rows.some(({ key }) => key === current) ? current : rows[0]?.key;

  function actionsOf(): RowActions {
    return {
      focus: (row) => setCurrent(row.key),
      select: (row) => row.kind === 'article' && known.current.onSelect(row.item.number),
      toggle: (row) => known.current.onToggle(row.key),
      open: (row) => known.current.onOpen(row),
      step: (row, by) => known.current.onMove(row, stepOrder(known.current.tree, row, by)),
      remove: (row) => known.current.onRemove(row),
      addSection: (row) => known.current.onAddSection(row),
      drag: (row) => {
        dragged.current = row;
        if (!row) setHeld(null);
      },
      over: (row, after) => {
        const moved = dragged.current;
        const may = moved !== null && dropOrder(known.current.tree, moved, row, after) !== null;
        setHeld(may ? { row: moved, over: row.key, after } : null);
        return may;
      },
      drop: (row, after) => {
        const moved = dragged.current;
        setHeld(null);
        if (moved) known.current.onMove(moved, dropOrder(known.current.tree, moved, row, after));
      },
    };
  }

  function goTo(at: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))];
    if (!row) return;
    setCurrent(row.key);
    document.getElementById(idOf(row))?.focus();
  }

  function press(event: KeyboardEvent): void {
    const at = rows.findIndex((row) => idOf(row) === (event.target as HTMLElement).id);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey) return;
    const act = reactTo(event, { row, at, rows, props, goTo, step: (by) => actions.step(row, by) });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <div
      role="treegrid"
      class="kb-tree"
      aria-label={words.title}
      aria-multiselectable="true"
      onKeyDown={press}
    >
      {rows.map((row) => (
        <TreeRow
          key={row.key}
          row={row}
          plans={tree.plans}
          selected={row.kind === 'article' && props.selected.has(row.item.number)}
          focusable={row.key === focused}
          mark={held?.over === row.key ? markOf(held.row, row, held.after) : null}
          actions={actions}
        />
      ))}
    </div>
  );
}

/** What falls into a section or category falls behind what is in it. */
function markOf(moved: Row, row: Row, after: boolean): 'before' | 'after' {
  return moved.kind !== row.kind || after ? 'after' : 'before';
}

function reactTo(
  event: KeyboardEvent,
  at: {
    row: Row;
    at: number;
    rows: readonly Row[];
    props: GridProps;
    goTo: (at: number) => void;
    step: (by: -1 | 1) => void;
  },
): (() => void) | null {
  const { row, rows, props, goTo } = at;
  const isFolded = row.kind !== 'article' && !row.open;
  switch (event.key) {
    case 'ArrowDown':
      return () => (event.altKey ? at.step(1) : goTo(at.at + 1));
    case 'ArrowUp':
      return () => (event.altKey ? at.step(-1) : goTo(at.at - 1));
    case 'Home':
      return () => goTo(0);
    case 'End':
      return () => goTo(rows.length - 1);
    case 'ArrowRight':
      if (event.altKey) return null;
      return () => (isFolded ? props.onToggle(row.key) : goTo(at.at + 1));
    case 'ArrowLeft':
      if (event.altKey) return null;
      if (row.kind !== 'article' && row.open) return () => props.onToggle(row.key);
      return () => goTo(rows.findLastIndex((one, index) => index < at.at && one.level < row.level));
    case ' ':
      return () => (row.kind === 'article' ? props.onSelect(row.item.number) : props.onToggle(row.key));
    case 'Enter':
      return () => props.onOpen(row);
    default:
      return null;
  }
}
