import { PRIORITIES } from '@beseda/shared/domain/words';
import { type CalendarCard, type PolicyCard, TARGET_NAMES } from '@beseda/shared/protocol/rules';
import { readPolicyForm, type TargetTexts, toPolicyPatch } from '../../../model/policy-form';
import { useTexts } from '../../contexts';
import { RuleFrame } from '../rules/rule-frame';
import { useRuleForm } from '../rules/use-rule-form';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';
import { TargetFields } from './target-fields';

const BASE = '/policies';

/** What an admin sets of a policy; `id` null: it is not made yet. */
export function PolicyForm(props: {
  card: PolicyCard;
  id: string | null;
  onSaved: (card: PolicyCard) => void;
}) {
  const { card, id, onSaved } = props;
  const { locale } = useTexts();
  const words = useRuleWords();
  const { policies } = words;
  const { loaded } = useLoaded<{ results: CalendarCard[] }>('/calendars');
  const calendars = loaded.kind === 'ready' ? loaded.data.results : [card.calendar];
  const { rule, form, change, fault } = useRuleForm({
    card,
    read: (policy: PolicyCard) => readPolicyForm(policy, locale, policies.none),
    toPatch: toPolicyPatch,
    base: BASE,
    path: id === null ? null : `${BASE}/${id}`,
    onSaved,
  });
  const hasOwn = Object.keys(card.byPriority).length > 0;
  const inherited = Object.fromEntries(
    TARGET_NAMES.map((target) => [target, form.all[target] || policies.noPromise]),
  ) as TargetTexts;
  return (
    <RuleFrame rule={rule} name={card.name} create={policies.created} section="policies">
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
      <label class="field">
        <span>{policies.calendar}</span>
        <select
          class="input"
          value={form.calendarId}
          onChange={(event) => change({ calendarId: event.currentTarget.value })}
        >
          {calendars.map(({ id: calendarId, name }) => (
            <option key={calendarId} value={calendarId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TargetFields
        legend={policies.targets}
        hint={policies.targetsHint}
        texts={form.all}
        missing={noPromises(policies.noPromise)}
        onChange={(all) => change({ all })}
      />
      <details class="rule-year" open={hasOwn}>
        <summary>{policies.byPriority}</summary>
        <p class="soft">{policies.byPriorityHint}</p>
        {PRIORITIES.toReversed().map((priority) => (
          <TargetFields
            key={priority}
            legend={words.priorities[priority]}
            texts={form.byPriority[priority]}
            missing={inherited}
            onChange={(texts) => change({ byPriority: { ...form.byPriority, [priority]: texts } })}
          />
        ))}
      </details>
    </RuleFrame>
  );
}

function noPromises(text: string): TargetTexts {
  return { firstReaction: text, nextReaction: text, resolution: text };
}
