import type { DaySetRow } from '@beseda/shared/protocol/rules';
import { useTexts } from '../../contexts';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';
import { YearDays } from './year-days';

/** Which production calendar is laid over the week, and the years that it has. */
export function DaySetField(props: { value: string | null; onChange: (key: string | null) => void }) {
  const { locale } = useTexts();
  const { calendars: words } = useRuleWords();
  const { loaded } = useLoaded<{ results: DaySetRow[] }>('/day-sets');
  const sets = loaded.kind === 'ready' ? loaded.data.results : [];
  const chosen = sets.find(({ key }) => key === props.value);
  const unknown = props.value !== null && !chosen ? [props.value] : [];
  return (
    <div class="field">
      <label class="field">
        <span>{words.daySet}</span>
        <select
          class="input"
          value={props.value ?? ''}
          onChange={(event) => props.onChange(event.currentTarget.value || null)}
        >
          <option value="">{words.noDaySet}</option>
          {[...unknown, ...sets.map(({ key }) => key)].map((key) => (
            <option key={key} value={key}>
              {nameDaySet(key, locale)}
            </option>
          ))}
        </select>
        <small>{words.daySetHint}</small>
      </label>
      {chosen?.years.map(({ year, days }) => (
        <YearDays key={year} setKey={chosen.key} year={year} days={days} />
      ))}
    </div>
  );
}

/** «Россия (ru)»; a key that is no country's stands for itself. */
export function nameDaySet(key: string, locale: string): string {
  if (!/^[a-z]{2}$/.test(key)) return key;
  const name = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(key.toUpperCase());
  return name ? `${name} (${key})` : key;
}
