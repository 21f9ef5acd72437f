import { useMemo } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { useTexts } from '../../contexts';
import { useRuleWords } from '../rules/use-rule-words';

/** A time zone by its name, found by typing; says what time it is there. */
export function ZoneField(props: { value: string; wrong: boolean; onChange: (zone: string) => void }) {
  const { locale } = useTexts();
  const { calendars: words, why } = useRuleWords();
  const now = useNow();
  const zones = useMemo(() => Intl.supportedValuesOf?.('timeZone') ?? [], []);
  const time = tellTime(props.value, now, locale);
  return (
    <label class="field">
      <span>{words.zone}</span>
      <input
        class="input"
        list="settings-zones"
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        required
        aria-invalid={props.wrong}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <datalist id="settings-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {props.wrong ? (
        <small class="refused">{why('invalid_calendar', 'calendar.tz')}</small>
      ) : (
        <small>{time === null ? words.zoneHint : words.zoneNow(time)}</small>
      )}
    </label>
  );
}

/** Null where the browser knows no such zone. */
function tellTime(timeZone: string, now: number, locale: string): string | null {
  try {
    return new Intl.DateTimeFormat(locale, {
      timeZone: timeZone.trim(),
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      hour12: false,
    }).format(now);
  } catch {
    return null;
  }
}
