import type { CompanyCard } from '@beseda/shared/protocol/admin';
import { formatSettings, type SettingsPlace } from '../../../model/route';
import { useActions, useTexts } from '../../contexts';
import { followInside } from '../../follow-inside';
import { StateMessage } from '../../state-message';
import { HistoryList } from '../history/history-list';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';
import { CompanyForm } from './company-form';
import { CompanyPeople } from './company-people';
import { CompanySteps } from './company-steps';

const LIST: SettingsPlace = { section: 'companies', id: null };

/** One company: what is set, its people, and who changed it. */
export function CompanyPage({ id }: { id: string }) {
  const { texts } = useTexts();
  const actions = useActions();
  const words = useWords();
  const { loaded, reload, show } = useLoaded<CompanyCard>(`/companies/${encodeURIComponent(id)}`);
  return (
    <>
      <a
        class="settings-up"
        href={formatSettings(LIST)}
        onClick={(event) => followInside(event, () => actions.go({ settings: LIST }))}
      >
        {words.companies.toList}
      </a>
      {loaded.kind === 'loading' && <StateMessage title={texts.app.loading} />}
      {loaded.kind === 'failed' && (
        <StateMessage title={words.why(loaded.code)}>
          <button type="button" class="button" onClick={reload}>
            {texts.app.tryAgain}
          </button>
        </StateMessage>
      )}
      {loaded.kind === 'ready' && <Card card={loaded.data} show={show} />}
    </>
  );
}

function Card({ card, show }: { card: CompanyCard; show: (card: CompanyCard) => void }) {
  const words = useWords();
  return (
    <>
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{card.name}</h3>
        {card.suspended && <p class="hint-box">{words.companies.isSuspended}</p>}
        <CompanyForm card={card} onSaved={show} />
        <CompanySteps card={card} onSaved={show} />
      </section>
      <section aria-labelledby="settings-people">
        <h3 id="settings-people">{words.companies.people}</h3>
        <CompanyPeople companyId={card.id} />
      </section>
      <section aria-labelledby="settings-history">
        <h3 id="settings-history">{words.companies.history}</h3>
        <HistoryList key={card.updatedAt} object={`company:${card.id}`} />
      </section>
    </>
  );
}
