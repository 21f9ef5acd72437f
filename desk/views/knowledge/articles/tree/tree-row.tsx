import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { KbArticle, KbTree } from '@beseda/shared/protocol/kb-tree';
import { useMemo } from 'preact/hooks';
import type { KbTreeTexts } from '../../../../locales/kb-tree-ru';
import type { Row } from '../../../../model/kb-tree';
import { formatKnowledge, type KnowledgePlace } from '../../../../model/knowledge-route';
import { useTexts } from '../../../contexts';
import { followInside } from '../../../follow-inside';
import { Icon } from '../../../icons';
import { MenuButton } from '../../../menu';
import { ArticleBadges, ReadersBadge } from './tree-badges';
import { useTreeWords } from './use-tree-words';

/** What can be asked of a row. The same object all the time, so that rows are drawn anew only when they change. */
export interface RowActions {
  focus(row: Row): void;
  select(row: Row): void;
  toggle(row: Row): void;
  open(row: Row): void;
  step(row: Row, by: -1 | 1): void;
  remove(row: Row): void;
  addSection(row: Row): void;
  drag(row: Row | null): void;
  over(row: Row, after: boolean): boolean;
  drop(row: Row, after: boolean): void;
}

interface RowProps {
  row: Row;
  plans: KbTree['plans'];
  selected: boolean;
  focusable: boolean;
  /** Where something held over it would fall. */
  mark: 'before' | 'after' | null;
  actions: RowActions;
}

/** Drawn anew only when something of it has changed. */
export function TreeRow(props: RowProps) {
  const words = useTreeWords();
  const { row, plans, selected, focusable, mark } = props;
  return useMemo(() => <Line {...props} words={words} />, [row, plans, selected, focusable, mark, words]);
}

function Line({ row, plans, selected, focusable, mark, actions, words }: RowProps & { words: KbTreeTexts }) {
  const { locale } = useTexts();
  const title = row.title || words.noCategory;
  const movable = row.item !== null;
  const isAfter = (event: DragEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  return (
    <div
      role="row"
      class="kb-row"
      id={idOf(row)}
      aria-level={row.level}
      aria-selected={row.kind === 'article' ? selected : undefined}
      aria-expanded={row.kind === 'article' ? undefined : row.open}
      tabIndex={focusable ? 0 : -1}
      data-kind={row.kind}
      data-mark={mark}
      draggable={movable}
      onFocus={(event) => event.target === event.currentTarget && actions.focus(row)}
      onDragStart={() => actions.drag(row)}
      onDragEnd={() => actions.drag(null)}
      onDragOver={(event) => actions.over(row, isAfter(event)) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        actions.drop(row, isAfter(event));
      }}
    >
      <span role="gridcell" class="kb-name">
        {row.kind === 'article' ? (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            aria-label={words.select(title)}
            onChange={() => actions.select(row)}
          />
        ) : (
          <button
            type="button"
            class="icon-button kb-toggle"
            tabIndex={-1}
            aria-label={words.toggle(title, row.open)}
            data-open={row.open}
            onClick={() => actions.toggle(row)}
          >
            <Icon name="down" />
          </button>
        )}
        {row.kind === 'article' ? (
          <a
            class="kb-title"
            href={formatKnowledge(articlePlace(row.item, locale))}
            tabIndex={-1}
            draggable={false}
            onClick={(event) => followInside(event, () => actions.open(row))}
          >
            {title}
          </a>
        ) : (
          <button type="button" class="kb-title" tabIndex={-1} onClick={() => actions.open(row)}>
            {title}
          </button>
        )}
        {row.kind !== 'article' && <span class="soft kb-count">{row.count}</span>}
      </span>
      <span role="gridcell" class="kb-cell">
        {row.kind === 'article' && <ArticleBadges article={row.item} plans={plans} />}
        {row.kind !== 'article' && row.item && <ReadersBadge rule={row.item} plans={plans} />}
      </span>
      <span role="gridcell" class="kb-menu">
        {movable && (
          <MenuButton class="icon-button" label={words.menu(title)} items={menuOf(row, actions, words)}>
            <Icon name="more" />
          </MenuButton>
        )}
      </span>
    </div>
  );
}

/** Where it is written: in one's own language, else in the other. */
export function articlePlace({ number, texts }: KbArticle, locale: Locale): KnowledgePlace {
  const own = texts[locale] ? locale : (LOCALES.find((one) => texts[one]) ?? locale);
  return { section: 'articles', rest: [String(number), own], query: '' };
}

export const idOf = (row: Row): string => `kb-${row.key.replace(':', '-')}`;

function menuOf(row: Row, actions: RowActions, words: KbTreeTexts) {
  const moving = [
    { label: words.up, hint: 'Alt ↑', run: () => actions.step(row, -1) },
    { label: words.down, hint: 'Alt ↓', run: () => actions.step(row, 1) },
  ];
  if (row.kind === 'article') return moving;
  return [
    { label: words.edit, run: () => actions.open(row) },
    ...(row.kind === 'category' ? [{ label: words.addSection, run: () => actions.addSection(row) }] : []),
    ...moving,
    { label: words.remove, run: () => actions.remove(row) },
  ];
}
