import type { CompanyCard } from '@beseda/shared/protocol/admin';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { textOf } from '../../form-text';
import { useUnsaved } from '../use-unsaved';
import { useWords } from '../use-words';
import { CompanyDedicated, readDedicated } from './company-dedicated';
import { CalendarSelect, PlanSelect } from './company-selects';

/** What an admin sets of a company. */
export function CompanyForm({ card, onSaved }: { card: CompanyCard; onSaved: (card: CompanyCard) => void }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useWords();
  const [outcome, setOutcome] = useState<ErrorCode | 'saved' | null>(null);
  const [saving, setSaving] = useState(false);
  const [dirty, setDirty] = useState(false);
  const { question } = useUnsaved(dirty);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    setSaving(true);
    const ack = await http<CompanyCard>('PATCH', `/companies/${card.id}`, {
      name: textOf(form, 'name'),
      plan: textOf(form, 'plan') || null,
      calendarId: textOf(form, 'calendar') || null,
      region: textOf(form, 'region') || null,
      distributorSupportUrl: textOf(form, 'link') || null,
      mailDomains: textOf(form, 'mailDomains') || null,
      ...readDedicated(form, card),
    });
    setSaving(false);
    setOutcome(ack.ok ? 'saved' : ack.code);
    if (!ack.ok) return;
    setDirty(false);
    onSaved(ack.data);
  }

  const change = () => {
    setOutcome(null);
    setDirty(true);
  };

  const { companies } = words;
  return (
    <form class="form" onInput={change} onSubmit={(event) => void save(event)}>
      {question}
      <label class="field">
        <span>{companies.name}</span>
        <input class="input" name="name" defaultValue={card.name} maxLength={200} required />
      </label>
      <p class="field">
        <span>{companies.externalId}</span>
        <code>{card.externalId}</code>
      </p>
      <label class="field">
        <span>{companies.plan}</span>
        <PlanSelect plan={card.plan} />
        <small>{companies.planHint}</small>
      </label>
      <label class="field">
        <span>{companies.calendar}</span>
        <CalendarSelect calendar={card.calendar} />
      </label>
      <label class="field">
        <span>{companies.region}</span>
        <input class="input" name="region" defaultValue={card.region ?? ''} maxLength={100} />
      </label>
      <label class="field">
        <span>{companies.link}</span>
        <input class="input" name="link" type="url" defaultValue={card.distributorSupportUrl ?? ''} />
        <small>{companies.linkHint}</small>
      </label>
      <label class="field">
        <span>{companies.mailDomains}</span>
        <input class="input" name="mailDomains" defaultValue={card.mailDomains ?? ''} maxLength={2000} />
        <small>{companies.mailDomainsHint}</small>
      </label>
      <CompanyDedicated card={card} />
      <div class="settings-foot">
        <button type="submit" class="button primary" disabled={saving}>
          {texts.app.save}
        </button>
        <span role="status">{outcome === 'saved' && words.saved}</span>
        <span class="refused" role="alert">
          {outcome !== null && outcome !== 'saved' && words.why(outcome)}
        </span>
      </div>
    </form>
  );
}
