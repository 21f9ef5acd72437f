import '../../../../css/kb-tree.css';
import type { Locale } from '@beseda/shared/domain/words';
import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import { useMemo, useState } from 'preact/hooks';
import { keyOf, listRows, type Order, type Row, titleOf } from '../../../../model/kb-tree';
import { useActions, useTexts } from '../../../contexts';
import { LoadedPart } from '../../../settings/loaded-part';
import { StateMessage } from '../../../state-message';
import { useKbWords } from '../../use-kb-words';
import { SaidLine } from './said-line';
import { type Asked, TreeDialogs } from './tree-dialogs';
import { TreeGrid } from './tree-grid';
import { articlePlace } from './tree-row';
import { TreeTools } from './tree-tools';
import { type TreeState, useTree } from './use-tree';
import { useTreeWords } from './use-tree-words';

/** With more articles than this, sections are folded until somebody opens them. */
const UNFOLDED = 30;

/** The table of contents: categories, sections and articles in their order, made, moved and changed. */
export function TreePage() {
  const state = useTree();
  const { sections } = useKbWords();
  return (
    <section class="kb-contents" aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.articles}</h3>
      <LoadedPart loaded={state.loaded} reload={state.reload}>
        {(tree) => <Contents tree={tree} state={state} />}
      </LoadedPart>
    </section>
  );
}

function Contents({ tree, state }: { tree: KbTree; state: TreeState }) {
  const { locale } = useTexts();
  const actions = useActions();
  const words = useTreeWords();
  const [query, setQuery] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => foldedAtFirst(tree));
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const rows = useMemo(() => listRows(tree, { closed, query, locale }), [tree, closed, query, locale]);
  const chosen = tree.articles.map(({ number }) => number).filter((number) => selected.has(number));
  const askHeading = (kind: 'category' | 'section', category: number | null = null) =>
    setAsked({ heading: { kind, item: null, category } });

  function move(row: Row, order: Order | null): void {
    if (!order) return state.say({ text: words.said.edge });
    const number = row.item?.number ?? 0;
    const at = order.numbers.indexOf(number) + 1;
    state.move(
      tree,
      order,
      words.said.moved(row.title, placeOf(tree, order, locale), at, order.numbers.length),
    );
    requestAnimationFrame(() => document.getElementById(`kb-${row.kind}-${number}`)?.focus());
  }
  function open(row: Row): void {
    if (row.kind === 'article') actions.go({ knowledge: articlePlace(row.item, locale) });
    else if (row.item) setAsked({ heading: { kind: row.kind, item: row.item } });
  }

  return (
    <>
      <TreeTools
        query={query}
        onQuery={setQuery}
        found={rows.filter(({ kind }) => kind === 'article').length}
        folded={closed.size > 0}
        onFold={() => setClosed(closed.size > 0 ? new Set() : allKeys(tree))}
        onCategory={() => askHeading('category')}
        onSection={() => askHeading('section', tree.categories[0]?.number)}
      />
      {rows.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <>
          <TreeGrid
            tree={tree}
            rows={rows}
            selected={selected}
            onSelect={(number) => setSelected(toggled(selected, number))}
            onToggle={(key) => setClosed(toggled(closed, key))}
            onOpen={open}
            onRemove={(row) => row.kind !== 'article' && setAsked({ removed: row })}
            onAddSection={(row) => askHeading('section', row.item?.number)}
            onMove={move}
          />
          <p class="soft kb-help">{words.help}</p>
        </>
      )}
      <div class="kb-foot">
        <BulkBar
          count={chosen.length}
          onChange={() => setAsked({ bulk: chosen })}
          onClear={() => setSelected(new Set())}
        />
        <SaidLine state={state} />
      </div>
      <TreeDialogs
        asked={asked}
        tree={tree}
        state={state}
        onClose={() => setAsked(null)}
        onBulk={() => setSelected(new Set())}
      />
    </>
  );
}

function Nothing({ query }: { query: string }) {
  const words = useTreeWords();
  if (query.trim() !== '') return <StateMessage title={words.found(0)} />;
  return (
    <StateMessage title={words.empty}>
      <p>{words.emptyHint}</p>
    </StateMessage>
  );
}

function BulkBar(props: { count: number; onChange: () => void; onClear: () => void }) {
  const { bulk } = useTreeWords();
  if (props.count === 0) return null;
  return (
    <div class="kb-bulk" role="region" aria-label={bulk.selected(props.count)}>
      <span>{bulk.selected(props.count)}</span>
      <button type="button" class="button primary" onClick={props.onChange}>
        {bulk.change}
      </button>
      <button type="button" class="button" onClick={props.onClear}>
        {bulk.clear}
      </button>
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

function allKeys({ sections }: KbTree): ReadonlySet<string> {
  return new Set(sections.map(({ number }) => keyOf('section', number)));
}

function foldedAtFirst(tree: KbTree): ReadonlySet<string> {
  return tree.articles.length > UNFOLDED ? allKeys(tree) : new Set();
}

/** The name of where something has gone; '' among the categories. */
function placeOf(tree: KbTree, { kind, parent }: Order, locale: Locale): string {
  if (kind === 'category' || parent === null) return '';
  const all: readonly Parameters<typeof titleOf>[0][] = kind === 'section' ? tree.categories : tree.sections;
  const found = all.find(({ number }) => number === parent);
  return found ? titleOf(found, locale) : '';
}
