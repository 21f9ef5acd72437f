import { FILE_TYPES } from '@beseda/shared/domain/file-types';
import type { SettingRow } from '@beseda/shared/protocol/admin';
import { CheckGroup } from '../check-group';
import { useWords } from '../use-words';

const TYPES = Object.entries(FILE_TYPES).map(([id, name]) => ({ id, name }));

/** One value: words to choose from, files to tick, else what is typed. */
export function ValueField({ row, label, takes }: { row: SettingRow; label: string; takes: string }) {
  const words = useWords();
  const choices = words.choices[row.key];
  if (row.key === 'files.types') {
    return (
      <div class="settings-value">
        <CheckGroup name="value" label={label} options={TYPES} checked={row.value.split(', ')} />
      </div>
    );
  }
  if (choices) {
    return (
      <label class="field settings-value">
        <span>{label}</span>
        <select class="input" name="value">
          {Object.entries(choices).map(([value, name]) => (
            <option key={value} value={value} selected={value === row.value}>
              {name}
            </option>
          ))}
        </select>
        <small>{words.usual(choices[row.fallback] ?? row.fallback)}</small>
      </label>
    );
  }
  return (
    <label class="field settings-value">
      <span>{label}</span>
      <input
        class="input"
        name="value"
        defaultValue={row.value}
        maxLength={2_000}
        inputMode={/^\d+$/.test(row.fallback) ? 'numeric' : 'text'}
        required={row.fallback !== ''}
      />
      <small>{row.fallback === '' ? takes : `${takes}; ${words.usual(row.fallback)}`}</small>
    </label>
  );
}
