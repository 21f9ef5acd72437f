import type { SettingRow } from '@beseda/shared/protocol/admin';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { textsOf } from '../../form-text';
import { StateMessage } from '../../state-message';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';
import { ValueField } from './value-field';

/** These have a page of their own. */
const ELSEWHERE = /^(retention|types)\./;

/** Single values, each saved by itself. */
export function GeneralSection() {
  const { texts } = useTexts();
  const words = useWords();
  const { loaded, reload } = useLoaded<{ results: SettingRow[] }>('/settings');
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{words.sections.general}</h3>
      {loaded.kind === 'loading' && <StateMessage title={texts.app.loading} />}
      {loaded.kind === 'failed' && (
        <StateMessage title={words.why(loaded.code)}>
          <button type="button" class="button" onClick={reload}>
            {texts.app.tryAgain}
          </button>
        </StateMessage>
      )}
      {loaded.kind === 'ready' &&
        loaded.data.results
          .filter(({ key }) => !ELSEWHERE.test(key))
          .map((row) => <ValueForm key={row.key} row={row} />)}
    </section>
  );
}

function ValueForm({ row }: { row: SettingRow }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useWords();
  const [outcome, setOutcome] = useState<ErrorCode | 'saved' | null>(null);
  const [label, takes] = words.values[row.key] ?? [row.key, ''];

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const value = textsOf(new FormData(event.target as HTMLFormElement), 'value').join(', ');
    const ack = await http('PUT', `/settings/${row.key}`, { value });
    setOutcome(ack.ok ? 'saved' : ack.code);
  }

  return (
    <form
      class="settings-tools"
      aria-label={label}
      onInput={() => setOutcome(null)}
      onSubmit={(event) => void save(event)}
    >
      <ValueField row={row} label={label} takes={takes} />
      <button type="submit" class="button">
        {texts.app.save}
      </button>
      <span role="status">{outcome === 'saved' && words.saved}</span>
      <span class="refused" role="alert">
        {outcome !== null && outcome !== 'saved' && words.why(outcome)}
      </span>
    </form>
  );
}
