import { useValue } from '../../../../hooks/use-value';
import type { Writing } from '../../../../model/writing/writing';
import { useKbWords } from '../../use-kb-words';
import { useEditorWords } from './use-editor-words';

/** How safe what was typed is; said to screen readers too when it changes. */
export function SavingLine({ writing }: { writing: Writing }) {
  const words = useEditorWords();
  const { why } = useKbWords();
  const { saving, problem, kept, resumed, keeps } = useValue(writing.state);
  const reason = problem ? `: ${why(problem.code)}` : '';
  return (
    <div class="kb-saving" data-saving={saving}>
      <span role="status">
        {words.saving[saving]}
        {saving === 'refused' && reason}
      </span>
      {!keeps && saving !== 'saved' && <span class="refused">{words.memory}</span>}
      {resumed && <span>{words.resumed}</span>}
      {kept && (
        <span>
          {words.kept}{' '}
          <button type="button" class="button small" onClick={() => writing.takeBack()}>
            {words.takeBack}
          </button>
        </span>
      )}
    </div>
  );
}
