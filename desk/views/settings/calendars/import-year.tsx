import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { textOf } from '../../form-text';
import { useRuleWords } from '../rules/use-rule-words';

interface ImportedYear {
  year: number;
  days: number;
  outcome: 'created' | 'changed' | 'unchanged';
}

/** Takes the days of a file; a file that cannot be read says in which line. */
export function ImportYear({ keys, onImported }: { keys: readonly string[]; onImported: () => void }) {
  const { http } = useDesk();
  const { calendars: words, why } = useRuleWords();
  const [said, setSaid] = useState({ status: '', problem: '' });

  async function take(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const file = form.get('file');
    if (!(file instanceof File)) return;
    const body = { key: textOf(form, 'key').trim().toLowerCase(), text: await file.text() };
    const ack = await http<{ results: ImportedYear[] }>('POST', '/day-sets', body);
    if (ack.ok) {
      const years = ack.data.results.map(({ year, days, outcome }) =>
        words.importedYear(year, days, words.imported[outcome]),
      );
      setSaid({ status: years.join(' '), problem: '' });
      return onImported();
    }
    const line = Number(ack.details?.['line'] ?? 0);
    setSaid({ status: '', problem: line > 0 ? words.badLine(line) : why(ack.code, ack.field ?? null) });
  }

  return (
    <form class="form rule-import" aria-label={words.importTitle} onSubmit={(event) => void take(event)}>
      <h4>{words.importTitle}</h4>
      <label class="field">
        <span>{words.importKey}</span>
        <input
          class="input"
          name="key"
          list="settings-day-set-keys"
          defaultValue={keys[0] ?? 'ru'}
          maxLength={40}
          autocomplete="off"
          required
        />
        <datalist id="settings-day-set-keys">
          {keys.map((key) => (
            <option key={key} value={key} />
          ))}
        </datalist>
        <small>{words.importKeyHint}</small>
      </label>
      <label class="field">
        <span>{words.importFile}</span>
        <input type="file" name="file" accept=".json,.csv,.ics,.txt" required />
      </label>
      <div class="settings-foot">
        <button type="submit" class="button">
          {words.importNow}
        </button>
        <span role="status">{said.status}</span>
        <span class="refused" role="alert">
          {said.problem}
        </span>
      </div>
    </form>
  );
}
