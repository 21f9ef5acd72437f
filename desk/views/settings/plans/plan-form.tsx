import type { PlanCard, PolicyCard } from '@beseda/shared/protocol/rules';
import { useTexts } from '../../contexts';
import { RuleFrame } from '../rules/rule-frame';
import { useRuleForm } from '../rules/use-rule-form';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';

const BASE = '/plans';

type Form = Omit<PlanCard, 'policy' | 'usedBy' | 'updatedAt'> & { policyId: string };

function readPlan({ key, nameRu, nameEn, policy, dedicated, isDefault, position }: PlanCard): Form {
  return { key, nameRu, nameEn, policyId: policy.id, dedicated, isDefault, position };
}

/** What an admin sets of a plan. */
export function PlanForm(props: { card: PlanCard; isNew?: boolean; onSaved: (card: PlanCard) => void }) {
  const { card, isNew = false, onSaved } = props;
  const { locale } = useTexts();
  const words = useRuleWords();
  const { plans } = words;
  const { loaded } = useLoaded<{ results: PolicyCard[] }>('/policies');
  const policies = loaded.kind === 'ready' ? loaded.data.results : [card.policy];
  const { rule, form, change, fault } = useRuleForm({
    card,
    read: readPlan,
    toPatch: ({ key, ...rest }: Form) => (isNew ? { key, ...rest } : rest),
    base: BASE,
    path: isNew ? null : `${BASE}/${encodeURIComponent(card.key)}`,
    onSaved,
  });
  const line = (field: 'key' | 'nameRu' | 'nameEn', label: string, hint?: string) => (
    <label class="field">
      <span>{label}</span>
      <input
        class="input"
        value={form[field]}
        maxLength={field === 'key' ? 40 : 100}
        required
        aria-invalid={fault === field}
        onInput={(event) => change({ [field]: event.currentTarget.value })}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
  const tick = (field: 'dedicated' | 'isDefault', label: string) => (
    <label class="option">
      <input
        type="checkbox"
        checked={form[field]}
        onChange={(event) => change({ [field]: event.currentTarget.checked })}
      />
      {label}
    </label>
  );
  return (
    <RuleFrame
      rule={rule}
      name={locale === 'ru' ? card.nameRu : card.nameEn}
      create={plans.created}
      section="plans"
    >
      {isNew ? (
        line('key', plans.key, plans.keyHint)
      ) : (
        <p class="field">
          <span>{plans.key}</span>
          <code>{card.key}</code>
        </p>
      )}
      {line('nameRu', plans.nameRu)}
      {line('nameEn', plans.nameEn)}
      <label class="field">
        <span>{plans.policy}</span>
        <select
          class="input"
          value={form.policyId}
          onChange={(event) => change({ policyId: event.currentTarget.value })}
        >
          {policies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="rule-ticks">
        {tick('dedicated', plans.dedicated)}
        {tick('isDefault', plans.isDefault)}
      </div>
      <label class="field settings-filter">
        <span>{plans.position}</span>
        <input
          class="input"
          type="number"
          min={0}
          max={10_000}
          required
          value={form.position}
          onInput={(event) => change({ position: event.currentTarget.valueAsNumber || 0 })}
        />
      </label>
    </RuleFrame>
  );
}
