import { AGENT_ROLES, LOCALES } from '@beseda/shared/domain/words';
import type { AgentCard, TeamCard } from '@beseda/shared/protocol/admin';
import { textOf } from '../../form-text';
import { CheckGroup } from '../check-group';
import { useTeamWords } from '../use-team-words';

type Shown = Pick<AgentCard, 'role' | 'languages' | 'capacity' | 'extension' | 'teams'>;

/** What is set of an agent besides the name. */
export function AgentFields({ agent, teams }: { agent: Shown; teams: readonly TeamCard[] }) {
  const words = useTeamWords();
  const { agents } = words;
  return (
    <>
      <label class="field">
        <span>{agents.role}</span>
        <select class="input" name="role">
          {AGENT_ROLES.map((role) => (
            <option key={role} value={role} selected={role === agent.role}>
              {words.roles[role]}
            </option>
          ))}
        </select>
        <small>{agents.roleHint}</small>
      </label>
      <CheckGroup
        name="teams"
        label={agents.teams}
        options={teams}
        checked={agent.teams.map((team) => team.id)}
        empty={agents.noTeams}
      />
      <CheckGroup
        name="languages"
        label={agents.languages}
        hint={agents.languagesHint}
        options={LOCALES.map((locale) => ({ id: locale, name: words.languages[locale] }))}
        checked={agent.languages}
      />
      <label class="field">
        <span>{agents.capacity}</span>
        <input
          class="input settings-short"
          name="capacity"
          type="number"
          min={0}
          max={1000}
          defaultValue={String(agent.capacity)}
          required
        />
        <small>{agents.capacityHint}</small>
      </label>
      <label class="field">
        <span>{agents.extension}</span>
        <input
          class="input settings-short"
          name="extension"
          defaultValue={agent.extension ?? ''}
          maxLength={100}
        />
        <small>{agents.extensionHint}</small>
      </label>
    </>
  );
}

/** The fields as REST takes them. */
export function readAgentForm(form: FormData): object {
  return {
    role: textOf(form, 'role'),
    teams: form.getAll('teams'),
    languages: form.getAll('languages'),
    capacity: Number(textOf(form, 'capacity')),
    extension: textOf(form, 'extension') || null,
  };
}
