import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import type { CategoryRow, SectionRow } from '../../../../model/kb-tree';
import { BulkDialog } from './bulk-dialog';
import { type HeadingAsked, HeadingDialog } from './heading-dialog';
import { RemoveHeadingDialog } from './remove-heading-dialog';
import type { TreeState } from './use-tree';
import { useTreeWords } from './use-tree-words';

export type Asked = { heading: HeadingAsked } | { removed: CategoryRow | SectionRow } | { bulk: number[] };

/** The dialog that has been asked for. */
export function TreeDialogs(props: {
  asked: Asked | null;
  tree: KbTree;
  state: TreeState;
  onClose: () => void;
  onBulk: () => void;
}) {
  const { asked, tree, state, onClose } = props;
  const { said } = useTreeWords();
  const done = (text: string) => {
    state.say({ text });
    void state.refetch();
  };
  if (asked === null) return null;
  if ('heading' in asked) {
    return (
      <HeadingDialog asked={asked.heading} tree={tree} onClose={onClose} onSaved={() => done(said.saved)} />
    );
  }
  if ('removed' in asked) {
    const onRemoved = (title: string) => done(said.removed(title));
    return <RemoveHeadingDialog row={asked.removed} tree={tree} onClose={onClose} onRemoved={onRemoved} />;
  }
  return (
    <BulkDialog
      tree={tree}
      numbers={asked.bulk}
      onClose={onClose}
      onChange={(change) => {
        state.change(tree, change);
        props.onBulk();
      }}
    />
  );
}
