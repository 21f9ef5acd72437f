import { TARGET_NAMES } from '@beseda/shared/protocol/rules';
import { readDurationText } from '../../../model/duration-text';
import type { TargetTexts } from '../../../model/policy-form';
import { useRuleWords } from '../rules/use-rule-words';

/** Three lengths of working time. `missing`: what counts where nothing is typed. */
export function TargetFields(props: {
  legend: string;
  hint?: string;
  texts: TargetTexts;
  missing: TargetTexts;
  onChange: (texts: TargetTexts) => void;
}) {
  const { legend, hint, texts, missing, onChange } = props;
  const { targets, why } = useRuleWords();
  return (
    <fieldset class="rule-set">
      <legend>{legend}</legend>
      {hint && <p class="soft">{hint}</p>}
      <div class="rule-targets">
        {TARGET_NAMES.map((target) => {
          const wrong = readDurationText(texts[target]) === 'wrong';
          return (
            <label key={target} class="field">
              <span>{targets[target]}</span>
              <input
                class="input"
                autocomplete="off"
                maxLength={40}
                placeholder={missing[target]}
                aria-invalid={wrong}
                value={texts[target]}
                onInput={(event) => onChange({ ...texts, [target]: event.currentTarget.value })}
              />
              {wrong && <small class="refused">{why('invalid_input', 'targets')}</small>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
