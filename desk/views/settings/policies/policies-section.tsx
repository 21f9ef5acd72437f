import type { CalendarCard, PolicyCard } from '@beseda/shared/protocol/rules';
import '../../../css/rules.css';
import { writeDurationText } from '../../../model/duration-text';
import { useActions, useTexts } from '../../contexts';
import { StateMessage } from '../../state-message';
import { NEW, RuleList } from '../rules/rule-list';
import { RulePage, UpLink } from '../rules/rule-page';
import { useRuleWords } from '../rules/use-rule-words';
import { useLoaded } from '../use-loaded';
import { PolicyForm } from './policy-form';

const SECTION = 'policies';

export function PoliciesSection({ id }: { id: string | null }) {
  if (id === null) return <PolicyList />;
  return id === NEW ? <NewPolicy /> : <PolicyPage id={id} />;
}

function PolicyList() {
  const { locale } = useTexts();
  const words = useRuleWords();
  const { policies } = words;
  return (
    <RuleList<PolicyCard>
      section={SECTION}
      path="/policies"
      create={policies.create}
      nothing={policies.nothing}
      idOf={({ id }) => id}
    >
      {({ name, targets, calendar, usedBy }) => (
        <>
          <strong>{name}</strong>
          <span>
            {policies.promised(
              targets.firstReaction === null ? null : writeDurationText(targets.firstReaction, locale),
            )}{' '}
            · {calendar.name}
          </span>
          <span>{usedBy.plans.length === 0 ? words.unused : words.used(usedBy.plans)}</span>
        </>
      )}
    </RuleList>
  );
}

function NewPolicy() {
  const { texts } = useTexts();
  const actions = useActions();
  const { policies } = useRuleWords();
  const { loaded } = useLoaded<{ results: CalendarCard[] }>('/calendars');
  const first = loaded.kind === 'ready' ? loaded.data.results[0] : undefined;
  return (
    <>
      <UpLink section={SECTION} label={policies.toList} />
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{policies.create}</h3>
        {!first && <StateMessage title={texts.app.loading} />}
        {first && (
          <PolicyForm
            card={emptyPolicy(first)}
            id={null}
            onSaved={({ id }) => actions.go({ settings: { section: SECTION, id } })}
          />
        )}
      </section>
    </>
  );
}

function emptyPolicy({ id, name }: CalendarCard): PolicyCard {
  return {
    id: '',
    name: '',
    calendar: { id, name },
    targets: { firstReaction: null, nextReaction: null, resolution: null },
    byPriority: {},
    usedBy: { plans: [] },
    updatedAt: '',
  };
}

function PolicyPage({ id }: { id: string }) {
  const words = useRuleWords();
  const path = `/policies/${encodeURIComponent(id)}`;
  return (
    <RulePage<PolicyCard> section={SECTION} up={words.policies.toList} path={path} object={`policy:${id}`}>
      {(card, show) => (
        <section aria-labelledby="settings-title">
          <h3 id="settings-title">{card.name}</h3>
          <p class="soft">{card.usedBy.plans.length === 0 ? words.unused : words.used(card.usedBy.plans)}</p>
          <PolicyForm card={card} id={id} onSaved={show} />
        </section>
      )}
    </RulePage>
  );
}
