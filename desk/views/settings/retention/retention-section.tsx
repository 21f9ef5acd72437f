import type { RetentionPage } from '@beseda/shared/protocol/admin';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { useTexts } from '../../contexts';
import { SettingsHistory } from '../history/settings-history';
import { LoadedPart } from '../loaded-part';
import { useLoaded } from '../use-loaded';
import { useUnsaved } from '../use-unsaved';
import { useWords } from '../use-words';
import { RetentionRuleForm } from './retention-rule-form';
import { useRetentionWords } from './use-retention-words';

/** How long things are kept; each rule is saved by itself. */
export function RetentionSection() {
  const words = useWords();
  const retention = useRetentionWords();
  const { loaded, reload } = useLoaded<RetentionPage>('/retention');
  const [saved, setSaved] = useState(0);
  const [dirty, setDirty] = useState<ReadonlySet<string>>(new Set());
  const { question } = useUnsaved(dirty.size > 0);

  function mark(key: string, isDirty: boolean): void {
    const marked = new Set(dirty);
    if (isDirty) marked.add(key);
    else marked.delete(key);
    setDirty(marked);
  }

  return (
    <>
      <section aria-labelledby="settings-title">
        {question}
        <h3 id="settings-title">{words.sections.retention}</h3>
        <p class="soft">{retention.about}</p>
        <LoadedPart loaded={loaded} reload={reload}>
          {({ results, lastRun }) => (
            <>
              <LastRun run={lastRun} />
              {results.map((rule) => (
                <RetentionRuleForm
                  key={rule.key}
                  rule={rule}
                  onDirty={(isDirty) => mark(rule.key, isDirty)}
                  onSaved={() => setSaved((count) => count + 1)}
                />
              ))}
            </>
          )}
        </LoadedPart>
      </section>
      <SettingsHistory key={saved} />
    </>
  );
}

function LastRun({ run }: { run: RetentionPage['lastRun'] }) {
  const { locale } = useTexts();
  const retention = useRetentionWords();
  const now = useNow();
  if (run === null) return <p class="soft">{retention.nothingYet}</p>;
  const parts = Object.entries(run.removed).map(
    ([key, count]) => `${retention.rules[key]?.name ?? key} — ${retention.rules[key]?.count(count) ?? count}`,
  );
  return (
    <p class="soft">
      {retention.lastRun} <Time at={run.at} now={now} locale={locale} focusable />,{' '}
      {parts.length === 0 ? retention.removedNothing : retention.removed(parts)}
    </p>
  );
}
