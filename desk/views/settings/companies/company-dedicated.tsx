import type { AgentCard, CompanyCard, TeamCard } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { textOf } from '../../form-text';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';

/** Who gets a company's tickets first. */
export function CompanyDedicated({ card }: { card: CompanyCard }) {
  const { company } = useTeamWords();
  const teams = useLoaded<Page<TeamCard>>('/teams').loaded;
  const agents = useLoaded<Page<AgentCard>>('/agents').loaded;
  const able =
    agents.kind === 'ready'
      ? agents.data.results.filter(({ disabled, program }) => !disabled && !program)
      : [];
  return (
    <>
      <Choice
        name="team"
        label={company.team}
        hint={company.teamHint}
        chosen={card.team}
        options={teams.kind === 'ready' ? teams.data.results : []}
      />
      <Choice
        name="agent"
        label={company.agent}
        hint={company.agentHint}
        chosen={card.agent}
        options={able}
      />
    </>
  );
}

/** What the form says of them, as REST takes it; what stays as it was is left out. */
export function readDedicated(form: FormData, { team, agent }: CompanyCard): object {
  const [teamId, agentId] = [textOf(form, 'team') || null, textOf(form, 'agent') || null];
  return {
    ...(teamId === (team?.id ?? null) ? {} : { teamId }),
    ...(agentId === (agent?.id ?? null) ? {} : { agentId }),
  };
}

type Option = { id: string; name: string };

/** What is chosen can be kept also while the list is not there, or when it is not in it any more. */
function Choice(props: {
  name: string;
  label: string;
  hint: string;
  chosen: Option | null;
  options: readonly Option[];
}) {
  const { company } = useTeamWords();
  const { chosen, options } = props;
  const others = options.filter(({ id }) => id !== chosen?.id);
  return (
    <label class="field">
      <span>{props.label}</span>
      <select class="input" name={props.name}>
        <option value="">{company.nobody}</option>
        {chosen && (
          <option value={chosen.id} selected>
            {chosen.name}
          </option>
        )}
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <small>{props.hint}</small>
    </label>
  );
}
