import { useTexts } from '../../contexts';
import { useWords } from '../use-words';
import { useRuleWords } from './use-rule-words';
import type { Saving } from './use-saving';

/** The button of a form, and what became of it. */
export function SaveBar({ saving, label, able }: { saving: Saving; label?: string; able: boolean }) {
  const { texts } = useTexts();
  const words = useWords();
  const rules = useRuleWords();
  const { busy, said, problem, undo } = saving;
  return (
    <div class="settings-foot">
      <button type="submit" class="button primary" disabled={busy || !able}>
        {label ?? texts.app.save}
      </button>
      <span role="status">
        {said === 'saved' && words.saved}
        {said === 'undone' && rules.undone}
      </span>
      {undo && (
        <button type="button" class="button" onClick={undo}>
          {rules.undo}
        </button>
      )}
      <span class="refused" role="alert">
        {problem && rules.why(problem.code, problem.field)}
      </span>
    </div>
  );
}
