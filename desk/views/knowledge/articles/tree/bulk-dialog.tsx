import { READER_ROLES, type ReaderRole, VISIBILITIES } from '@beseda/shared/domain/words';
import type { KbArticleChange, KbTree } from '@beseda/shared/protocol/kb-tree';
import { useState } from 'preact/hooks';
import { useValue } from '../../../../hooks/use-value';
import { sectionsOf, titleOf } from '../../../../model/kb-tree';
import { useDesk, useTexts } from '../../../contexts';
import { Dialog } from '../../../dialog';
import { FormFoot } from '../../../form-foot';
import { textOf, textsOf } from '../../../form-text';
import { ReaderChecks } from './reader-checks';
import { useTreeWords } from './use-tree-words';

const KEEP = 'keep';

/** What many articles get at once: only what is chosen changes. */
export function BulkDialog(props: {
  tree: KbTree;
  numbers: number[];
  onChange: (change: KbArticleChange) => void;
  onClose: () => void;
}) {
  const { tree, numbers } = props;
  const { locale } = useTexts();
  const words = useTreeWords();
  const { bulk } = words;
  const agents = useValue(useDesk().agents);
  const [problem, setProblem] = useState('');
  const [dated, setDated] = useState(false);
  const [reads, setReads] = useState(false);

  function save(event: SubmitEvent): void {
    event.preventDefault();
    const change = readForm(new FormData(event.target as HTMLFormElement));
    if (Object.keys(change).length === 0) return setProblem(bulk.nothing);
    props.onChange({ numbers, ...change });
    props.onClose();
  }

  return (
    <Dialog label={bulk.title(numbers.length)} class="kb-dialog" onClose={props.onClose}>
      <h2>{bulk.title(numbers.length)}</h2>
      <form class="form" id="kb-bulk" onSubmit={save}>
        <label class="field">
          <span>{bulk.section}</span>
          <select class="input" name="section">
            <option value={KEEP}>{bulk.keep}</option>
            {[...tree.categories, null].map((category) => (
              <optgroup
                key={category?.number ?? 0}
                label={category ? titleOf(category, locale) : words.noCategory}
              >
                {sectionsOf(tree, category?.number ?? null).map((section) => (
                  <option key={section.number} value={section.number}>
                    {titleOf(section, locale)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.form.visibility}</span>
          <select class="input" name="visibility">
            <option value={KEEP}>{bulk.keep}</option>
            {VISIBILITIES.map((one) => (
              <option key={one} value={one}>
                {words.visibilities[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{bulk.readers}</span>
          <select
            class="input"
            name="readers"
            onChange={(event) => setReads(event.currentTarget.value !== KEEP)}
          >
            <option value={KEEP}>{bulk.keep}</option>
            <option value="set">{bulk.setReaders}</option>
          </select>
        </label>
        {reads && <ReaderChecks tree={tree} />}
        <label class="field">
          <span>{bulk.owner}</span>
          <select class="input" name="owner">
            <option value={KEEP}>{bulk.keep}</option>
            <option value="">{bulk.nobody}</option>
            {agents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{bulk.checkBy}</span>
          <select
            class="input"
            name="check"
            onChange={(event) => setDated(event.currentTarget.value === 'date')}
          >
            <option value={KEEP}>{bulk.keep}</option>
            <option value="date">{bulk.setDate}</option>
            <option value="">{bulk.noDate}</option>
          </select>
        </label>
        {dated && (
          <label class="field">
            <span>{bulk.date}</span>
            <input class="input" type="date" name="date" required />
          </label>
        )}
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      <FormFoot form="kb-bulk" submit={bulk.save} onClose={props.onClose} />
    </Dialog>
  );
}

function readForm(form: FormData): Omit<KbArticleChange, 'numbers'> {
  const chosen = (name: string) => {
    const value = textOf(form, name);
    return value === KEEP ? null : value;
  };
  const [section, visibility, owner, check] = [
    chosen('section'),
    chosen('visibility'),
    chosen('owner'),
    chosen('check'),
  ];
  const found = VISIBILITIES.find((one) => one === visibility);
  const roles = textsOf(form, 'roles');
  return {
    ...(section !== null && { section: Number(section) }),
    ...(found && { visibility: found }),
    ...(chosen('readers') !== null && {
      plans: textsOf(form, 'plans'),
      roles: READER_ROLES.filter((role): role is ReaderRole => roles.includes(role)),
    }),
    ...(owner !== null && { owner: owner === '' ? null : owner }),
    ...(check !== null && { checkBy: check === 'date' ? textOf(form, 'date') : null }),
  };
}
