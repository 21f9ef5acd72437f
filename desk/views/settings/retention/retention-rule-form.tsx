import type { RetentionRule } from '@beseda/shared/protocol/admin';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { useWords } from '../use-words';
import { usePreview } from './use-preview';
import { useRetentionWords } from './use-retention-words';

/** Days to begin with where everything was kept until now. */
const FIRST_DAYS = 365;

/** One rule: for ever, or for so many days, with what that means tonight. Asks before anything is lost. */
export function RetentionRuleForm(props: {
  rule: RetentionRule;
  onDirty: (dirty: boolean) => void;
  onSaved: () => void;
}) {
  const { rule, onDirty } = props;
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useWords();
  const retention = useRetentionWords();
  const about = retention.rules[rule.key];
  const [kept, setKept] = useState(rule.days);
  const [days, setDays] = useState(rule.days);
  const [outcome, setOutcome] = useState<ErrorCode | 'saved' | null>(null);
  const [asking, setAsking] = useState(false);
  const preview = usePreview(rule, days);
  if (!about) return null;

  function change(next: number): void {
    setDays(next);
    setOutcome(null);
    onDirty(next !== kept);
  }

  async function save(): Promise<void> {
    setAsking(false);
    const ack = await http('PUT', `/settings/${rule.key}`, { value: String(days) });
    setOutcome(ack.ok ? 'saved' : ack.code);
    if (!ack.ok) return;
    setKept(days);
    onDirty(false);
    props.onSaved();
  }

  const count = preview && about.count(preview.doomed);
  return (
    <form
      class="retention-rule"
      aria-label={about.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (preview && preview.doomed > 0 && days !== kept) setAsking(true);
        else void save();
      }}
    >
      <h4>{about.name}</h4>
      <p class="soft">{about.what}</p>
      <div class="settings-foot">
        <select
          class="input"
          aria-label={`${retention.how}: ${about.name}`}
          onChange={(event) =>
            change(event.currentTarget.value === 'always' ? 0 : Math.max(FIRST_DAYS, rule.least))
          }
        >
          <option value="always" selected={days === 0}>
            {retention.keepAlways}
          </option>
          <option value="days" selected={days !== 0}>
            {retention.removeAfter}
          </option>
        </select>
        {days !== 0 && (
          <label class="retention-days">
            <span>{retention.days}</span>
            <input
              class="input"
              type="number"
              min={rule.least}
              max={36_500}
              value={Number.isNaN(days) ? '' : days}
              required
              title={retention.atLeast(rule.least)}
              onInput={(event) => change(event.currentTarget.valueAsNumber)}
            />
          </label>
        )}
        <button type="submit" class="button" disabled={days !== kept && preview === null}>
          {texts.app.save}
        </button>
        <span role="status">{outcome === 'saved' && words.saved}</span>
        <span class="refused" role="alert">
          {outcome !== null && outcome !== 'saved' && words.why(outcome)}
        </span>
      </div>
      {days !== 0 && (
        <p class={preview && preview.doomed > 0 ? 'hint-box' : 'soft'} aria-live="polite">
          {days < rule.least && retention.atLeast(rule.least)}
          {days >= rule.least && preview === null && retention.counting}
          {preview?.doomed === 0 && retention.doomedNone}
          {preview && count && preview.doomed > 0 && retention.doomed(count, preview.more)}
        </p>
      )}
      {asking && preview && count && (
        <ConfirmDialog
          title={retention.confirmTitle}
          what={retention.confirmWhat(about.name, count, preview.more)}
          label={retention.confirm}
          onConfirm={() => void save()}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
