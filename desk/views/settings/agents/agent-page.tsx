import type { AgentCard, TeamCard } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { HistoryList } from '../history/history-list';
import { LoadedPart } from '../loaded-part';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';
import { AgentForm } from './agent-form';
import { AgentSteps } from './agent-steps';
import { Presence } from './presence';

/** One agent: what is set, the ways in and out, and who changed it. */
export function AgentPage({ id }: { id: string }) {
  const { agents } = useTeamWords();
  const { loaded, reload, show } = useLoaded<AgentCard>(`/agents/${encodeURIComponent(id)}`);
  const teams = useLoaded<Page<TeamCard>>('/teams');
  return (
    <>
      <SettingsLink class="settings-up" to={{ section: 'agents', id: null }}>
        {agents.toList}
      </SettingsLink>
      <LoadedPart loaded={loaded} reload={reload}>
        {(agent) => (
          <LoadedPart loaded={teams.loaded} reload={teams.reload}>
            {({ results }) => <Card agent={agent} teams={results} show={show} />}
          </LoadedPart>
        )}
      </LoadedPart>
    </>
  );
}

function Card(props: { agent: AgentCard; teams: readonly TeamCard[]; show: (agent: AgentCard) => void }) {
  const { agent, teams } = props;
  const { agents } = useTeamWords();
  const [changes, setChanges] = useState(0);
  const show = (changed: AgentCard) => {
    props.show(changed);
    setChanges((count) => count + 1);
  };
  return (
    <>
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{agent.name}</h3>
        {agent.disabled && <p class="hint-box">{agents.isDisabled}</p>}
        {agent.program ? <p class="hint-box">{agents.isProgram}</p> : <Facts agent={agent} />}
        <AgentForm agent={agent} teams={teams} onSaved={show} />
        <AgentSteps agent={agent} onChanged={show} onLink={() => setChanges((count) => count + 1)} />
      </section>
      <section aria-labelledby="settings-history">
        <h3 id="settings-history">{agents.history}</h3>
        <HistoryList key={changes} object={`agent:${agent.id}`} />
      </section>
    </>
  );
}

function Facts({ agent }: { agent: AgentCard }) {
  const { agents } = useTeamWords();
  return (
    <p class="settings-facts">
      <span>{agent.email}</span>
      {!agent.disabled && <Presence agent={agent} />}
      <span>{agents.inWork(agent.tickets)}</span>
      {agent.companies > 0 && <span>{agents.leads(agent.companies)}</span>}
    </p>
  );
}
