import { WEEKDAYS } from '@beseda/shared/domain/open-hours';
import { type CalendarForm, copyToWeek, openAlways } from '../../../model/calendar-form';
import { useRuleWords } from '../rules/use-rule-words';
import { IntervalInputs } from './interval-inputs';

type Week = CalendarForm['week'];

/** The hours of each weekday. `fault`: the weekday that is wrong. */
export function WeekTable(props: { week: Week; fault: string | null; onChange: (week: Week) => void }) {
  const { week, fault, onChange } = props;
  const { calendars: words, weekdays, why } = useRuleWords();
  const closed = WEEKDAYS.every((day) => week[day].length === 0);
  return (
    <fieldset class="rule-set">
      <legend>{words.week}</legend>
      <p class="soft">{words.weekHint}</p>
      {WEEKDAYS.map((day) => (
        <div key={day} class="rule-day" role="group" aria-label={weekdays[day]}>
          <span class="rule-day-name">{weekdays[day]}</span>
          <div>
            {week[day].length === 0 && <span class="soft rule-closed">{words.closed}</span>}
            <IntervalInputs
              day={weekdays[day]}
              intervals={week[day]}
              onChange={(intervals) => onChange({ ...week, [day]: intervals })}
            />
            {fault === day && <p class="refused">{why('invalid_calendar', 'calendar.hours')}</p>}
          </div>
        </div>
      ))}
      <div class="settings-foot">
        <button type="button" class="button small" onClick={() => onChange(copyToWeek(week, 'mon'))}>
          {words.copy}
        </button>
        <button type="button" class="button small" onClick={() => onChange(openAlways())}>
          {words.openAlways}
        </button>
      </div>
      {closed && <p class="hint-box">{words.neverHint}</p>}
    </fieldset>
  );
}
