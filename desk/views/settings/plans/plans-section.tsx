import type { PlanCard, PolicyCard } from '@beseda/shared/protocol/rules';
import '../../../css/rules.css';
import { useActions, useTexts } from '../../contexts';
import { StateMessage } from '../../state-message';
import { NEW, RuleList } from '../rules/rule-list';
import { RulePage, UpLink } from '../rules/rule-page';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';
import { PlanForm } from './plan-form';

const SECTION = 'plans';

export function PlansSection({ id }: { id: string | null }) {
  if (id === null) return <PlanList />;
  return id === NEW ? <NewPlan /> : <PlanPage planKey={id} />;
}

function PlanList() {
  const { locale } = useTexts();
  const { plans } = useRuleWords();
  return (
    <RuleList<PlanCard>
      section={SECTION}
      path="/plans"
      create={plans.create}
      nothing={plans.nothing}
      idOf={({ key }) => key}
    >
      {(plan) => {
        const marks = [plan.dedicated && plans.dedicatedMark, plan.isDefault && plans.defaultMark];
        return (
          <>
            <strong>{locale === 'ru' ? plan.nameRu : plan.nameEn}</strong>
            <span>{[plan.key, plan.policy.name, ...marks].filter(Boolean).join(' · ')}</span>
          </>
        );
      }}
    </RuleList>
  );
}

function NewPlan() {
  const { texts } = useTexts();
  const actions = useActions();
  const { plans } = useRuleWords();
  const { loaded } = useLoaded<{ results: PolicyCard[] }>('/policies');
  const first = loaded.kind === 'ready' ? loaded.data.results[0] : undefined;
  return (
    <>
      <UpLink section={SECTION} label={plans.toList} />
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{plans.create}</h3>
        {!first && <StateMessage title={texts.app.loading} />}
        {first && (
          <PlanForm
            card={emptyPlan(first)}
            isNew
            onSaved={({ key }) => actions.go({ settings: { section: SECTION, id: key } })}
          />
        )}
      </section>
    </>
  );
}

function emptyPlan({ id, name }: PolicyCard): PlanCard {
  return {
    key: '',
    nameRu: '',
    nameEn: '',
    policy: { id, name },
    dedicated: false,
    isDefault: false,
    position: 100,
    usedBy: { companies: [] },
    updatedAt: '',
  };
}

function PlanPage({ planKey }: { planKey: string }) {
  const { locale } = useTexts();
  const words = useRuleWords();
  const path = `/plans/${encodeURIComponent(planKey)}`;
  return (
    <RulePage<PlanCard> section={SECTION} up={words.plans.toList} path={path} object={`plan:${planKey}`}>
      {(card, show) => {
        const name = locale === 'ru' ? card.nameRu : card.nameEn;
        const { companies } = card.usedBy;
        return (
          <section aria-labelledby="settings-title">
            <h3 id="settings-title">{name}</h3>
            <p class="soft">{companies.length === 0 ? words.unused : words.used(companies)}</p>
            <PlanForm card={card} onSaved={show} />
          </section>
        );
      }}
    </RulePage>
  );
}
