import { formatSettings, SETTINGS_SECTIONS, type SettingsPlace } from '../../model/route';
import { AreaPage } from '../area-page';
import { useActions, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { AgentsSection } from './agents/agents-section';
import { CompaniesSection } from './companies/companies-section';
import { GeneralSection } from './general/general-section';
import { HistorySection } from './history/history-section';
import { LazySection } from './lazy-section';
import { PhoneNumbersSection } from './phone-numbers/phone-numbers-section';
import { TeamsSection } from './teams/teams-section';
import { useWords } from './use-words';

const loadApps = () => import('./apps/apps-section').then(({ AppsSection }) => AppsSection);
const loadPlans = () => import('./plans/plans-section').then((file) => file.PlansSection);
const loadPolicies = () => import('./policies/policies-section').then((file) => file.PoliciesSection);
const loadTypes = () => import('./types/types-section').then((file) => file.TypesSection);
const loadRetention = () => import('./retention/retention-section').then((file) => file.RetentionSection);
const loadCalendars = () => import('./calendars/calendars-section').then((file) => file.CalendarsSection);

const loadRatings = () => import('./ratings/ratings-section').then(({ RatingsSection }) => RatingsSection);

/** What admins set: the sections, and the one that is open. */
export function SettingsPage({ place }: { place: SettingsPlace }) {
  const { texts } = useTexts();
  const actions = useActions();
  const words = useWords();
  const links = SETTINGS_SECTIONS.map((section) => {
    const goal = { section, id: null };
    return (
      <a
        key={section}
        class="view"
        href={formatSettings(goal)}
        aria-current={place.section === section ? 'page' : undefined}
        onClick={(event) => followInside(event, () => actions.go({ settings: goal }))}
      >
        {words.sections[section]}
      </a>
    );
  });
  return (
    <main class="settings" id="ticket">
      <AreaPage name={texts.menu.settings} back={words.toTickets} section={place.section} links={links}>
        <div class="settings-body" key={formatSettings(place)}>
          <Section place={place} />
        </div>
      </AreaPage>
    </main>
  );
}

function Section({ place: { section, id } }: { place: SettingsPlace }) {
  switch (section) {
    case 'companies':
      return <CompaniesSection id={id} />;
    case 'agents':
      return <AgentsSection id={id} />;
    case 'teams':
      return <TeamsSection id={id} />;
    case 'phone-numbers':
      return <PhoneNumbersSection id={id} />;
    case 'apps':
      return <LazySection load={loadApps} id={id} />;
    case 'plans':
      return <LazySection load={loadPlans} id={id} />;
    case 'policies':
      return <LazySection load={loadPolicies} id={id} />;
    case 'calendars':
      return <LazySection load={loadCalendars} id={id} />;
    case 'ratings':
      return <LazySection load={loadRatings} id={id} />;
    case 'types':
      return <LazySection load={loadTypes} id={id} />;
    case 'retention':
      return <LazySection load={loadRetention} id={id} />;
    case 'general':
      return <GeneralSection />;
    case 'history':
      return <HistorySection />;
  }
}
