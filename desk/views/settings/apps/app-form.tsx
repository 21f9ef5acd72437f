import type { AppCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { type AppDraft, draftOf, isSameDraft, patchOf, themeOf } from '../../../model/app-draft';
import { useDesk, useTexts } from '../../contexts';
import { useUnsaved } from '../use-unsaved';
import { useWords } from '../use-words';
import { LauncherPreview } from './launcher-preview';
import { LookFields } from './look-fields';
import { useAppWords } from './use-app-words';
import { useReasons } from './use-reasons';

/** What an admin sets of an app, drawn as it is typed. */
export function AppForm(props: {
  card: AppCard;
  draft: AppDraft;
  onChange: (draft: AppDraft) => void;
  onSaved: (card: AppCard) => void;
}) {
  const { card, draft } = props;
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useWords();
  const apps = useAppWords();
  const why = useReasons();
  const [said, setSaid] = useState({ status: '', problem: '' });
  const [saving, setSaving] = useState(false);
  const { question } = useUnsaved(!isSameDraft(draft, draftOf(card)));

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setSaving(true);
    const ack = await http<AppCard>('PATCH', `/apps/${card.key}`, patchOf(draft));
    setSaving(false);
    setSaid(ack.ok ? { status: words.saved, problem: '' } : { status: '', problem: why(ack) });
    if (ack.ok) props.onSaved(ack.data);
  }

  const change = (part: Partial<AppDraft>) => props.onChange({ ...draft, ...part });
  return (
    <form
      class="form"
      onInput={() => setSaid({ status: '', problem: '' })}
      onSubmit={(event) => void save(event)}
    >
      {question}
      <label class="field">
        <span>{apps.name}</span>
        <input
          class="input"
          value={draft.name}
          maxLength={100}
          required
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <p class="field">
        <span>{apps.key}</span>
        <code>{card.key}</code>
      </p>
      <label class="field">
        <span>{apps.origins}</span>
        <textarea
          class="input app-origins"
          rows={3}
          spellcheck={false}
          required
          value={draft.origins}
          onInput={(event) => change({ origins: event.currentTarget.value })}
        />
        <small>{apps.originsHint}</small>
      </label>
      <label class="option app-option">
        <input
          type="checkbox"
          checked={draft.trustedClaims}
          onInput={(event) => change({ trustedClaims: event.currentTarget.checked })}
        />
        <span>
          {apps.trusted}
          <small>{apps.trustedHint}</small>
        </span>
      </label>
      <LookFields theme={draft.theme} onChange={(theme) => change({ theme })} />
      <LauncherPreview theme={themeOf(draft)} />
      <div class="settings-foot">
        <button type="submit" class="button primary" disabled={saving}>
          {texts.app.save}
        </button>
        <span role="status">{said.status}</span>
        <span class="refused" role="alert">
          {said.problem}
        </span>
      </div>
    </form>
  );
}
