import { LOCALES } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { formatSize } from '@beseda/shared/ui/attachments';
import { useState } from 'preact/hooks';
import { fetchArchive, saveArchive } from '../../../start/save-archive';
import { useTexts } from '../../contexts';
import { textOf } from '../../form-text';
import { useKbWords } from '../use-kb-words';
import { useImportWords } from './use-import-words';

type State =
  | { kind: 'idle' | 'packing' }
  | { kind: 'failed'; code: ErrorCode }
  | { kind: 'saved'; size: number };

/** The knowledge base as an archive to keep or to take elsewhere. */
export function ExportForm() {
  const { locale } = useTexts();
  const words = useImportWords();
  const { why } = useKbWords();
  const [state, setState] = useState<State>({ kind: 'idle' });

  async function download(form: FormData): Promise<void> {
    setState({ kind: 'packing' });
    const language = textOf(form, 'language');
    const query = new URLSearchParams({
      ...(language !== '' && { locale: language }),
      ...(form.has('drafts') && { drafts: 'true' }),
    });
    const ack = await fetchArchive(`/kb/export?${query}`);
    if (!ack.ok) return setState({ kind: 'failed', code: ack.code });
    saveArchive(ack.data);
    setState({ kind: 'saved', size: ack.data.blob.size });
  }

  return (
    <section class="kb-import" aria-labelledby="kb-exporting">
      <h4 id="kb-exporting">{words.exporting}</h4>
      <p class="soft">{words.exportHint}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void download(new FormData(event.currentTarget));
        }}
      >
        <label class="field settings-filter">
          <span>{words.language}</span>
          <select class="input" name="language">
            <option value="">{words.everyLanguage}</option>
            {LOCALES.map((one) => (
              <option key={one} value={one}>
                {words.languages[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="option">
          <input type="checkbox" name="drafts" /> {words.withDrafts}
        </label>
        <div class="settings-foot">
          <button type="submit" class="button" disabled={state.kind === 'packing'}>
            {words.getArchive}
          </button>
          <span role="status">
            {state.kind === 'packing' && words.packing}
            {state.kind === 'saved' && words.downloaded(formatSize(state.size, locale))}
          </span>
          <span class="refused" role="alert">
            {state.kind === 'failed' && why(state.code)}
          </span>
        </div>
      </form>
    </section>
  );
}
