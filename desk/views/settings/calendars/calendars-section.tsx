import type { CalendarCard } from '@beseda/shared/protocol/rules';
import '../../../css/rules.css';
import { tellWeek } from '../../../model/tell-week';
import { useActions } from '../../contexts';
import { NEW, RuleList } from '../rules/rule-list';
import { RulePage, UpLink } from '../rules/rule-page';
import { useRuleWords } from '../rules/use-rule-words';
import { CalendarForm } from './calendar-form';
import { DaySets } from './day-sets';

const SECTION = 'calendars';
const USUAL: [string, string][] = [['09:00', '18:00']];
const EMPTY: CalendarCard = {
  id: '',
  name: '',
  calendar: {
    tz: 'Europe/Moscow',
    hours: { mon: USUAL, tue: USUAL, wed: USUAL, thu: USUAL, fri: USUAL },
    holidays: [],
    exceptions: {},
  },
  daySetKey: null,
  usedBy: { policies: [], companies: [], phoneNumbers: [] },
  updatedAt: '',
};

export function CalendarsSection({ id }: { id: string | null }) {
  if (id === null) {
    return (
      <>
        <CalendarList />
        <DaySets />
      </>
    );
  }
  return id === NEW ? <NewCalendar /> : <CalendarPage id={id} />;
}

function CalendarList() {
  const words = useRuleWords();
  const { calendars, short } = words;
  return (
    <RuleList<CalendarCard>
      section={SECTION}
      path="/calendars"
      create={calendars.create}
      nothing={calendars.nothing}
      idOf={({ id }) => id}
    >
      {({ name, calendar, usedBy }) => {
        const users = Object.values(usedBy).flat();
        return (
          <>
            <strong>{name}</strong>
            <span>
              {calendar.tz} · {tellWeek(calendar.hours, { short, ...calendars })}
            </span>
            <span>{users.length === 0 ? words.unused : words.used(users)}</span>
          </>
        );
      }}
    </RuleList>
  );
}

function NewCalendar() {
  const actions = useActions();
  const { calendars } = useRuleWords();
  return (
    <>
      <UpLink section={SECTION} label={calendars.toList} />
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{calendars.create}</h3>
        <CalendarForm
          card={EMPTY}
          id={null}
          onSaved={({ id }) => actions.go({ settings: { section: SECTION, id } })}
        />
      </section>
    </>
  );
}

function CalendarPage({ id }: { id: string }) {
  const words = useRuleWords();
  const path = `/calendars/${encodeURIComponent(id)}`;
  return (
    <RulePage<CalendarCard>
      section={SECTION}
      up={words.calendars.toList}
      path={path}
      object={`calendar:${id}`}
    >
      {(card, show) => {
        const users = Object.values(card.usedBy).flat();
        return (
          <section aria-labelledby="settings-title">
            <h3 id="settings-title">{card.name}</h3>
            <p class="soft">{users.length === 0 ? words.unused : words.used(users)}</p>
            <CalendarForm card={card} id={id} onSaved={show} />
          </section>
        );
      }}
    </RulePage>
  );
}
