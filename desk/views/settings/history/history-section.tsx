import { AUDIT_KINDS } from '@beseda/shared/domain/audit';
import { useState } from 'preact/hooks';
import { useWords } from '../use-words';
import { HistoryList } from './history-list';

export function HistorySection() {
  const words = useWords();
  const [object, setObject] = useState('');
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{words.sections.history}</h3>
      <label class="field settings-filter">
        <span>{words.history.filter}</span>
        <select class="input" value={object} onChange={(event) => setObject(event.currentTarget.value)}>
          <option value="">{words.history.all}</option>
          {AUDIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <HistoryList object={object} />
    </section>
  );
}
