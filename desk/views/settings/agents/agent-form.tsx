import type { AgentCard, TeamCard } from '@beseda/shared/protocol/admin';
import { useDesk } from '../../contexts';
import { textOf } from '../../form-text';
import { SavedForm } from '../saved-form';
import { useTeamWords } from '../use-team-words';
import { AgentFields, readAgentForm } from './agent-fields';

export function AgentForm(props: {
  agent: AgentCard;
  teams: readonly TeamCard[];
  onSaved: (agent: AgentCard) => void;
}) {
  const { agent, teams, onSaved } = props;
  const { http } = useDesk();
  const words = useTeamWords();
  const { agents } = words;
  return (
    <SavedForm<AgentCard>
      label={agent.name}
      check={(form) => (form.has('languages') ? '' : agents.noLanguage)}
      send={(form) =>
        http('PATCH', `/agents/${agent.id}`, { name: textOf(form, 'name'), ...readAgentForm(form) })
      }
      onSaved={onSaved}
      why={(code) => (code === 'already_exists' ? agents.taken : words.why(code))}
    >
      <label class="field">
        <span>{agents.name}</span>
        <input class="input" name="name" defaultValue={agent.name} maxLength={100} required />
        <small>{agents.nameHint}</small>
      </label>
      <AgentFields agent={agent} teams={teams} />
    </SavedForm>
  );
}
