import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  type CalendarForm,
  hoursFor,
  SPECIAL_KINDS,
  type SpecialDay,
  type SpecialKind,
} from '../../../model/calendar-form';
import { useRuleWords } from '../rules/use-rule-words';
import { IntervalInputs } from './interval-inputs';

/** Days that go otherwise than the week says. `fault`: the date that is wrong. */
export function SpecialDays(props: {
  form: Pick<CalendarForm, 'days' | 'week'>;
  fault: string | null;
  onChange: (days: SpecialDay[]) => void;
}) {
  const { form, fault, onChange } = props;
  const { days, week } = form;
  const { calendars: words } = useRuleWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    place.current?.querySelector<HTMLElement>(wanted)?.focus();
    setWanted(null);
  }, [wanted]);
  const replace = (at: number, day: SpecialDay) =>
    onChange(days.map((other, index) => (index === at ? day : other)));

  return (
    <fieldset class="rule-set" ref={place}>
      <legend>{words.days}</legend>
      <p class="soft">{days.length === 0 ? `${words.noDays} ${words.daysHint}` : words.daysHint}</p>
      {days.map((day, at) => (
        <DayRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a day's date is what is being typed.
          key={at}
          day={day}
          wrong={fault !== null && fault === day.date}
          hoursFor={(kind, date) => hoursFor(week, kind, date)}
          onChange={(next) => replace(at, next)}
          onRemove={() => {
            onChange(days.filter((_, index) => index !== at));
            setWanted('.rule-add-day');
          }}
        />
      ))}
      <div class="settings-foot">
        <button
          type="button"
          class="button small rule-add-day"
          onClick={() => {
            onChange([...days, { date: '', kind: 'off', hours: [] }]);
            setWanted('.rule-special:nth-last-of-type(2) input');
          }}
        >
          {words.addDay}
        </button>
      </div>
    </fieldset>
  );
}

function DayRow(props: {
  day: SpecialDay;
  wrong: boolean;
  hoursFor: (kind: SpecialKind, date: string) => SpecialDay['hours'];
  onChange: (day: SpecialDay) => void;
  onRemove: () => void;
}) {
  const { day, wrong, hoursFor, onChange, onRemove } = props;
  const { calendars: words, specialKinds, why } = useRuleWords();
  const name = words.dayOf(day.date);
  return (
    <div class="rule-special" role="group" aria-label={name}>
      <input
        class="input rule-date"
        type="date"
        aria-label={`${words.day}: ${name}`}
        required
        value={day.date}
        onInput={(event) => onChange({ ...day, date: event.currentTarget.value })}
      />
      <select
        class="input rule-kind"
        aria-label={`${words.kind}: ${name}`}
        value={day.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as SpecialKind;
          onChange({ ...day, kind, hours: hoursFor(kind, day.date) });
        }}
      >
        {SPECIAL_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {specialKinds[kind]}
          </option>
        ))}
      </select>
      {day.kind !== 'off' && (
        <IntervalInputs
          day={name}
          intervals={day.hours}
          onChange={(hours) =>
            onChange(hours.length === 0 ? { ...day, kind: 'off', hours } : { ...day, hours })
          }
        />
      )}
      <button
        type="button"
        class="button small quiet"
        aria-label={`${words.removeDay}: ${name}`}
        onClick={onRemove}
      >
        {words.removeDay}
      </button>
      {wrong && <p class="refused">{why('invalid_calendar', 'calendar.exceptions')}</p>}
    </div>
  );
}
