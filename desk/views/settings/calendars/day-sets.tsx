import type { DaySetRow } from '@beseda/shared/protocol/rules';
import { useTexts } from '../../contexts';
import { RemoveButton } from '../rules/remove-button';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';
import { nameDaySet } from './day-set-field';
import { ImportYear } from './import-year';
import { YearDays } from './year-days';

/** The production calendars that are there, and the way to more. */
export function DaySets() {
  const { locale } = useTexts();
  const words = useRuleWords();
  const { calendars } = words;
  const { loaded, reload } = useLoaded<{ results: DaySetRow[] }>('/day-sets');
  const sets = loaded.kind === 'ready' ? loaded.data.results : [];
  return (
    <section aria-labelledby="settings-day-sets">
      <h3 id="settings-day-sets">{calendars.sets}</h3>
      <p class="soft">{calendars.setsHint}</p>
      {loaded.kind === 'ready' && sets.length === 0 && <p class="soft">{calendars.noSets}</p>}
      {sets.map(({ key, years, usedBy }) => (
        <div key={key} class="rule-day-set">
          <strong>{nameDaySet(key, locale)}</strong>
          <small class="soft">
            {usedBy.calendars.length === 0 ? words.unused : words.used(usedBy.calendars)}
          </small>
          {years.map(({ year, days, updatedAt }) => (
            <YearDays key={updatedAt} setKey={key} year={year} days={days}>
              <RemoveButton
                path={`/day-sets/${key}/${year}`}
                name={`${nameDaySet(key, locale)}, ${year}`}
                label={calendars.removeYear(year)}
                onRemoved={reload}
              />
            </YearDays>
          ))}
        </div>
      ))}
      <ImportYear keys={sets.map(({ key }) => key)} onImported={reload} />
    </section>
  );
}
