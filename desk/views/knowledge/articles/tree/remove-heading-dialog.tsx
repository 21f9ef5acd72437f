import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import { useState } from 'preact/hooks';
import {
  articlesOf,
  type CategoryRow,
  type SectionRow,
  sectionsOf,
  titleOf,
} from '../../../../model/kb-tree';
import { useDesk, useTexts } from '../../../contexts';
import { Dialog } from '../../../dialog';
import { FormFoot } from '../../../form-foot';
import { textOf } from '../../../form-text';
import { useTreeWords } from './use-tree-words';

/** Removes a category or section, and asks where what stands in it goes. */
export function RemoveHeadingDialog(props: {
  row: CategoryRow | SectionRow;
  tree: KbTree;
  onRemoved: (title: string) => void;
  onClose: () => void;
}) {
  const { row, tree } = props;
  const { http } = useDesk();
  const { texts, locale } = useTexts();
  const words = useTreeWords();
  const { removal } = words;
  const [problem, setProblem] = useState('');
  const number = row.item?.number ?? 0;
  const isSection = row.kind === 'section';
  const held = isSection ? articlesOf(tree, number).length : sectionsOf(tree, number).length;
  const all: readonly { number: number; texts: KbTree['sections'][number]['texts'] }[] = isSection
    ? tree.sections
    : tree.categories;
  const others = all.filter((one) => one.number !== number);
  const stuck = isSection && held > 0 && others.length === 0;

  async function remove(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const to = textOf(new FormData(event.target as HTMLFormElement), 'to');
    const path = `/kb/${isSection ? 'sections' : 'categories'}/${number}${to === '' ? '' : `?to=${to}`}`;
    const ack = await http('DELETE', path);
    if (!ack.ok) return setProblem(words.why(ack.code));
    props.onRemoved(row.title);
    props.onClose();
  }

  return (
    <Dialog label={removal.title(row.title)} onClose={props.onClose}>
      <h2>{removal.title(row.title)}</h2>
      <form class="form" id="kb-remove" onSubmit={(event) => void remove(event)}>
        {held === 0 && <p>{removal.empty}</p>}
        {stuck && <p>{removal.nowhere}</p>}
        {held > 0 && !stuck && (
          <label class="field">
            <span>{removal.to[row.kind]}</span>
            <select class="input" name="to">
              {!isSection && <option value="">{words.noCategory}</option>}
              {others.map((one) => (
                <option key={one.number} value={one.number}>
                  {titleOf(one, locale)}
                </option>
              ))}
            </select>
            <small>{removal.moves}</small>
          </label>
        )}
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      {stuck ? (
        <div class="dialog-foot">
          <button type="button" class="button" onClick={props.onClose}>
            {texts.app.cancel}
          </button>
        </div>
      ) : (
        <FormFoot form="kb-remove" submit={removal.now} danger onClose={props.onClose} />
      )}
    </Dialog>
  );
}
