import type { DaySetYear } from '@beseda/shared/protocol/rules';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from '../../contexts';
import { StateMessage } from '../../state-message';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';

/** One year of a day set; its days are fetched when it is opened. */
export function YearDays(props: {
  setKey: string;
  year: number;
  days: number;
  children?: ComponentChildren;
}) {
  const { calendars: words } = useRuleWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="rule-year" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.year(props.year, props.days)}</summary>
      {open && <Days path={`/day-sets/${props.setKey}/${props.year}`} />}
      {open && props.children}
    </details>
  );
}

function Days({ path }: { path: string }) {
  const { texts, locale } = useTexts();
  const { dayKinds, why } = useRuleWords();
  const { loaded } = useLoaded<DaySetYear>(path);
  if (loaded.kind === 'loading') return <StateMessage title={texts.app.loading} />;
  if (loaded.kind === 'failed') return <StateMessage title={why(loaded.code, null)} />;
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    weekday: 'short',
    timeZone: 'UTC',
  });
  return (
    <ul class="rule-dates">
      {loaded.data.days.map(({ date, kind, name }) => (
        <li key={date}>
          {format.format(Date.parse(`${date}T00:00:00Z`))} — {dayKinds[kind]}
          {name && <span class="soft"> · {name}</span>}
        </li>
      ))}
    </ul>
  );
}
