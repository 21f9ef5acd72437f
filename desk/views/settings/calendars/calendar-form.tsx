import type { CalendarCard } from '@beseda/shared/protocol/rules';
import { readForm, toPatch } from '../../../model/calendar-form';
import { RuleFrame } from '../rules/rule-frame';
import { useRuleForm } from '../rules/use-rule-form';
import { useRuleWords } from '../rules/use-rule-words';
import { DaySetField } from './day-set-field';
import { SpecialDays } from './special-days';
import { TryHours } from './try-hours';
import { WeekTable } from './week-table';
import { ZoneField } from './zone-field';

const BASE = '/calendars';

/** What an admin sets of a calendar; `id` null: it is not made yet. */
export function CalendarForm(props: {
  card: CalendarCard;
  id: string | null;
  onSaved: (card: CalendarCard) => void;
}) {
  const { card, id, onSaved } = props;
  const words = useRuleWords();
  const { rule, form, change, fault } = useRuleForm({
    card,
    read: readForm,
    toPatch,
    base: BASE,
    path: id === null ? null : `${BASE}/${id}`,
    onSaved,
  });
  const [, day = null] = /^calendar\.hours\.(\w+)/.exec(fault ?? '') ?? [];
  const [, date = null] = /^calendar\.exceptions\.([\d-]+)/.exec(fault ?? '') ?? [];
  return (
    <RuleFrame rule={rule} name={card.name} create={words.calendars.created} section="calendars">
      <label class="field">
        <span>{words.name}</span>
        <input
          class="input"
          value={form.name}
          maxLength={100}
          required
          aria-invalid={fault === 'name'}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <ZoneField value={form.tz} wrong={fault === 'calendar.tz'} onChange={(tz) => change({ tz })} />
      <WeekTable week={form.week} fault={day} onChange={(week) => change({ week })} />
      <DaySetField value={form.daySetKey} onChange={(daySetKey) => change({ daySetKey })} />
      <SpecialDays form={form} fault={date} onChange={(days) => change({ days })} />
      <TryHours calendar={toPatch(form)?.calendar ?? null} daySetKey={form.daySetKey} />
    </RuleFrame>
  );
}
