import type { CompanyCard } from '@beseda/shared/protocol/admin';
import type { CalendarCard, PlanCard } from '@beseda/shared/protocol/rules';
import { useTexts } from '../../contexts';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';

/** The plans that there are; one that a token told, and that there is not, stays until another is chosen. */
export function PlanSelect({ plan }: { plan: string | null }) {
  const { locale } = useTexts();
  const { companies } = useWords();
  const { loaded } = useLoaded<{ results: PlanCard[] }>('/plans');
  const plans = loaded.kind === 'ready' ? loaded.data.results : [];
  const isKnown = plan === null || plans.some(({ key }) => key === plan);
  const unread = loaded.kind === 'ready' ? companies.unknownPlan : (key: string) => key;
  return (
    <select class="input" name="plan" key={loaded.kind}>
      <option value="">{companies.noPlan}</option>
      {!isKnown && (
        <option value={plan} selected>
          {unread(plan)}
        </option>
      )}
      {plans.map(({ key, nameRu, nameEn }) => (
        <option key={key} value={key} selected={key === plan}>
          {locale === 'ru' ? nameRu : nameEn}
        </option>
      ))}
    </select>
  );
}

/** The calendar in place of the plan's. */
export function CalendarSelect({ calendar }: Pick<CompanyCard, 'calendar'>) {
  const { companies } = useWords();
  const { loaded } = useLoaded<{ results: CalendarCard[] }>('/calendars');
  const others = loaded.kind === 'ready' ? loaded.data.results.filter(({ id }) => id !== calendar?.id) : [];
  return (
    <select class="input" name="calendar" key={loaded.kind}>
      <option value="">{companies.planCalendar}</option>
      {[...(calendar ? [calendar] : []), ...others].map(({ id, name }) => (
        <option key={id} value={id} selected={id === calendar?.id}>
          {name}
        </option>
      ))}
    </select>
  );
}
