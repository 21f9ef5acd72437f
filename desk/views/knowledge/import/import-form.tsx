import { IMPORT_LIMITS, IMPORT_SOURCES, type ImportFault } from '@beseda/shared/protocol/article-transfer';
import { formatSize } from '@beseda/shared/ui/attachments';
import { useTexts } from '../../contexts';
import { useKbWords } from '../use-kb-words';
import { ChosenFiles } from './chosen-files';
import { ImportReport } from './import-report';
import { type Import, type ImportState, useImport } from './use-import';
import { useImportWords } from './use-import-words';

/** Files, tried first and then taken in. */
export function ImportForm() {
  const words = useImportWords();
  const own = useImport();
  const { choice, state, choose } = own;
  const isBusy = state.kind === 'sending';
  const tooMuch = useTooMuch(choice.files);
  const failure = useFailure(state);
  const report = state.kind === 'told' ? state.report : null;
  const isDone = report !== null && !report.dryRun;
  return (
    <section class="kb-import" aria-labelledby="kb-importing">
      <h4 id="kb-importing">{words.importing}</h4>
      <p class="soft">{words.hint}</p>
      {!isDone && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            own.send(true);
          }}
        >
          <ChosenFiles files={choice.files} disabled={isBusy} onChange={(files) => choose({ files })} />
          <label class="field settings-filter">
            <span>{words.from}</span>
            <select
              class="input"
              disabled={isBusy}
              value={choice.from}
              onChange={({ currentTarget }) => {
                const from = IMPORT_SOURCES.find((one) => one === currentTarget.value) ?? 'auto';
                choose({ from });
              }}
            >
              {(['auto', ...IMPORT_SOURCES] as const).map((one) => (
                <option key={one} value={one} selected={one === choice.from}>
                  {words.sources[one]}
                </option>
              ))}
            </select>
          </label>
          <Tick
            label={words.download}
            checked={choice.download}
            disabled={isBusy}
            onChange={(download) => choose({ download })}
          />
          {choice.from !== 'folder' && (
            <Tick
              label={words.force}
              checked={choice.force}
              disabled={isBusy}
              onChange={(force) => choose({ force })}
            />
          )}
          <div class="settings-foot">
            <button
              type="submit"
              class={report ? 'button' : 'button primary'}
              disabled={isBusy || choice.files.length === 0 || tooMuch !== ''}
            >
              {words.tryIt}
            </button>
            <span class="soft">{words.tryHint}</span>
          </div>
        </form>
      )}
      <p class="refused" role="alert">
        {tooMuch || failure}
      </p>
      <Progress state={state} onCancel={own.cancel} />
      {report && <ImportReport key={String(report.dryRun)} report={report} />}
      {report && <Next own={own} />}
    </section>
  );
}

function Tick(props: {
  label: string;
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="option">
      <input
        type="checkbox"
        disabled={props.disabled}
        checked={props.checked}
        onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
      />{' '}
      {props.label}
    </label>
  );
}

/** What can be done with the report. */
function Next({ own: { choose, send, state } }: { own: Import }) {
  const words = useImportWords();
  if (state.kind !== 'told') return null;
  const { dryRun, created, updated, redirects } = state.report;
  if (!dryRun) {
    return (
      <p>
        <button type="button" class="button" onClick={() => choose({ files: [] })}>
          {words.again}
        </button>
      </p>
    );
  }
  // What does not change an article may still change the order of the contents.
  const changes = created + updated + redirects > 0 || state.report.from === 'folder';
  return (
    <p>
      <button type="button" class="button primary" disabled={!changes} onClick={() => send(false)}>
        {words.importNow}
      </button>
    </p>
  );
}

function Progress({ state, onCancel }: { state: ImportState; onCancel: () => void }) {
  const words = useImportWords();
  const isSending = state.kind === 'sending';
  const isWorking = isSending && state.percent === 100;
  const told = !isSending
    ? ''
    : !isWorking
      ? words.sending(state.percent)
      : state.dryRun
        ? words.checking
        : words.storing;
  return (
    <div class="kb-import-progress">
      <span role="status">{isWorking ? told : ''}</span>
      {isSending && !isWorking && <span>{told}</span>}
      {isSending && <progress max={100} aria-label={told} {...(isWorking ? {} : { value: state.percent })} />}
      {isSending && (state.dryRun || !isWorking) && (
        <button type="button" class="button small" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}

/** Why the chosen files are too many; '': they are not. */
function useTooMuch(files: readonly File[]): string {
  const { locale } = useTexts();
  const words = useImportWords();
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > IMPORT_LIMITS.files) return words.tooMany(IMPORT_LIMITS.files);
  return size > IMPORT_LIMITS.upload ? words.tooMuch(formatSize(IMPORT_LIMITS.upload, locale)) : '';
}

/** Why it has not worked; '': it has. */
function useFailure(state: ImportState): string {
  const words = useImportWords();
  const { why } = useKbWords();
  if (state.kind !== 'failed') return '';
  const { code, details } = state.why;
  const fault = details?.['fault'] as ImportFault | undefined;
  if (fault !== undefined) return words.faults[fault];
  return code === 'unavailable' && !state.dryRun ? words.noAnswer : why(code);
}
