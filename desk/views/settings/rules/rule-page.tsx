import type { AuditKind } from '@beseda/shared/domain/audit';
import type { ComponentChildren } from 'preact';
import { formatSettings, type SettingsSection } from '../../../model/route';
import { useActions, useTexts } from '../../contexts';
import { followInside } from '../../follow-inside';
import { StateMessage } from '../../state-message';
import { HistoryList } from '../history/history-list';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';
import { useRuleWords } from './use-rule-words';

/** One object of the rules: the way back, what is set, and who changed it. */
export function RulePage<T extends { updatedAt: string }>(props: {
  section: SettingsSection;
  up: string;
  path: string;
  object: `${AuditKind}:${string}`;
  children: (card: T, show: (card: T) => void) => ComponentChildren;
}) {
  const { texts } = useTexts();
  const words = useWords();
  const rules = useRuleWords();
  const { loaded, reload, show } = useLoaded<T>(props.path);
  return (
    <>
      <UpLink section={props.section} label={props.up} />
      {loaded.kind === 'loading' && <StateMessage title={texts.app.loading} />}
      {loaded.kind === 'failed' && (
        <StateMessage title={words.why(loaded.code)}>
          <button type="button" class="button" onClick={reload}>
            {texts.app.tryAgain}
          </button>
        </StateMessage>
      )}
      {loaded.kind === 'ready' && (
        <>
          {props.children(loaded.data, show)}
          <section aria-labelledby="settings-history">
            <h3 id="settings-history">{rules.history}</h3>
            <HistoryList key={loaded.data.updatedAt} object={props.object} />
          </section>
        </>
      )}
    </>
  );
}

export function UpLink({ section, label }: { section: SettingsSection; label: string }) {
  const actions = useActions();
  const goal = { section, id: null };
  return (
    <a
      class="settings-up"
      href={formatSettings(goal)}
      onClick={(event) => followInside(event, () => actions.go({ settings: goal }))}
    >
      {label}
    </a>
  );
}
