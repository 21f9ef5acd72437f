import type { KbArticleChange, KbTree } from '@beseda/shared/protocol/kb-tree';
import type { Ack } from '@beseda/shared/protocol/socket';
import { useRef, useState } from 'preact/hooks';
import {
  applyChanges,
  applyOrder,
  type Order,
  orderOf,
  reverseChange,
  reverseOrder,
} from '../../../../model/kb-tree';
import { keepSame } from '../../../../model/keep-same';
import { useDesk } from '../../../contexts';
import { useLoaded } from '../../../settings/use-loaded';
import { useTreeWords } from './use-tree-words';

/** A line about what has just happened; `undo` takes it back. */
export interface Said {
  text: string;
  failed?: boolean;
  undo?: () => void;
}

export type TreeState = ReturnType<typeof useTree>;

/** The tree as it stands, changed at once on the screen and then at the server; a refusal puts it back. */
export function useTree() {
  const { http } = useDesk();
  const words = useTreeWords();
  const { loaded, reload, show: put } = useLoaded<KbTree>('/kb/tree');
  const shown = useRef<KbTree | null>(null);
  shown.current = loaded.kind === 'ready' ? loaded.data : null;
  const show = (tree: KbTree) => {
    shown.current = tree;
    put(tree);
  };
  const [said, setSaid] = useState<Said | null>(null);

  /** What the server has now: also what others have changed meanwhile. */
  async function refetch(): Promise<void> {
    const ack = await http<KbTree>('GET', '/kb/tree');
    if (ack.ok) show(shown.current ? keepSame(shown.current, ack.data) : ack.data);
  }
  async function keep(
    before: KbTree,
    calls: readonly (() => Promise<Ack<unknown>>)[],
    done: Said,
  ): Promise<void> {
    setSaid(done);
    for (const call of calls) {
      const ack = await call();
      if (ack.ok) continue;
      show(before);
      setSaid({ text: words.why(ack.code), failed: true });
      return refetch();
    }
    return refetch();
  }
  const putOrder = (order: Order) => () => http('PUT', '/kb/order', order);
  const postChanges = (changes: readonly KbArticleChange[]) => () =>
    http('POST', '/kb/articles/move', { changes });

  return {
    loaded,
    reload,
    refetch,
    said,
    say: setSaid,
    move(tree: KbTree, order: Order, text: string): void {
      const back = reverseOrder(tree, order);
      const after = applyOrder(tree, order);
      show(after);
      const undo = () => {
        show(back.reduce(applyOrder, after));
        void keep(after, back.map(putOrder), { text: words.said.undone });
      };
      void keep(tree, [putOrder(order)], { text, undo });
    },
    change(tree: KbTree, change: KbArticleChange): void {
      const back = reverseChange(tree, change);
      const places = change.section === undefined ? [] : formerOrders(tree, change.numbers);
      const after = applyChanges(tree, [change]);
      show(after);
      const undo = () => {
        show(places.reduce(applyOrder, applyChanges(after, back)));
        void keep(after, [postChanges(back), ...places.map(putOrder)], { text: words.said.undone });
      };
      void keep(tree, [postChanges([change])], { text: words.said.changed(change.numbers.length), undo });
    },
  };
}

/** How the sections of these articles are ordered. */
function formerOrders(tree: KbTree, numbers: readonly number[]): Order[] {
  const sections = tree.articles
    .filter(({ number }) => numbers.includes(number))
    .map(({ section }) => section);
  return [...new Set(sections)]
    .filter((section) => section !== null)
    .map((section) => orderOf(tree, 'article', section));
}
