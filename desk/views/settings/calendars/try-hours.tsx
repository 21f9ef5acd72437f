import type { Calendar } from '@beseda/shared/domain/open-hours';
import { applyDaySets } from '@beseda/shared/domain/production-calendar';
import { useEffect, useState } from 'preact/hooks';
import { readDurationText, writeDurationText } from '../../../model/duration-text';
import { useDesk, useTexts } from '../../contexts';
import { localMinute } from '../../local-minute';
import { useRuleWords } from '../rules/use-rule-words';
import { useYearDays } from './use-year-days';

const QUIET_MS = 300;
const USUAL_SECONDS = 7_200;

/** When a question would be answered in these hours, saved or not. `calendar` null: it cannot be read yet. */
export function TryHours({ calendar, daySetKey }: { calendar: Calendar | null; daySetKey: string | null }) {
  const { locale } = useTexts();
  const { calendars: words } = useRuleWords();
  const [asked, setAsked] = useState(() => localMinute(Date.now()));
  const [length, setLength] = useState(() => writeDurationText(USUAL_SECONDS, locale));
  const due = useDue(calendar, daySetKey, asked, length);
  const stay = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
  };
  return (
    <fieldset class="rule-set" onKeyDown={stay}>
      <legend>{words.tryTitle}</legend>
      <div class="rule-targets">
        <label class="field">
          <span>{words.tryAsked}</span>
          <input
            class="input"
            type="datetime-local"
            value={asked}
            onInput={(event) => setAsked(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{words.tryLength}</span>
          <input
            class="input"
            autocomplete="off"
            maxLength={40}
            value={length}
            onInput={(event) => setLength(event.currentTarget.value)}
          />
        </label>
      </div>
      <p role="status">{due !== undefined && calendar && sayDue(due, calendar.tz)}</p>
    </fieldset>
  );

  function sayDue(at: string | null, timeZone: string): string {
    if (at === null) return words.tryNever;
    const format = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
    return words.tryDue(new Intl.DateTimeFormat(locale, format).format(Date.parse(at)), timeZone);
  }
}

/** Undefined: not known, or not to be known. */
function useDue(calendar: Calendar | null, daySetKey: string | null, asked: string, length: string) {
  const { http } = useDesk();
  const [answer, setAnswer] = useState<{ of: string; due: string | null } | null>(null);
  const start = new Date(asked);
  const days = useYearDays(daySetKey, start.getFullYear() || 0);
  const seconds = readDurationText(length);
  const isReadable = calendar && days && typeof seconds === 'number' && !Number.isNaN(start.getTime());
  const body = isReadable
    ? JSON.stringify({
        op: 'due',
        calendar: applyDaySets(calendar, days),
        start: start.toISOString(),
        durationSeconds: seconds,
      })
    : '';
  useEffect(() => {
    if (body === '') return;
    const over = new AbortController();
    const timer = setTimeout(async () => {
      const ack = await http<{ due: string | null }>(
        'POST',
        '/business-hours/preview',
        JSON.parse(body),
        over,
      );
      if (!over.signal.aborted && ack.ok) setAnswer({ of: body, due: ack.data.due });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [body]);
  return answer?.of === body ? answer.due : undefined;
}
