import type { AgentCard } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { StateMessage } from '../../state-message';
import { LoadedPart } from '../loaded-part';
import { SectionHead } from '../section-head';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';
import { useWords } from '../use-words';
import { AgentPage } from './agent-page';
import { InviteDialog } from './invite-dialog';
import { Presence } from './presence';

export function AgentsSection({ id }: { id: string | null }) {
  return id === null ? <AgentList /> : <AgentPage id={id} />;
}

function AgentList() {
  const words = useWords();
  const { agents } = useTeamWords();
  const [inviting, setInviting] = useState(false);
  const { loaded, reload } = useLoaded<Page<AgentCard>>('/agents');
  return (
    <section aria-labelledby="settings-title">
      <SectionHead title={words.sections.agents} create={agents.invite} onCreate={() => setInviting(true)} />
      <LoadedPart loaded={loaded} reload={reload}>
        {({ results }) =>
          results.length === 0 ? (
            <StateMessage title={agents.nothing} />
          ) : (
            <ul class="settings-list" aria-label={words.sections.agents}>
              {results.map((agent) => (
                <Row key={agent.id} agent={agent} />
              ))}
            </ul>
          )
        }
      </LoadedPart>
      {inviting && (
        <InviteDialog
          onClose={() => {
            setInviting(false);
            reload();
          }}
        />
      )}
    </section>
  );
}

function Row({ agent }: { agent: AgentCard }) {
  const words = useTeamWords();
  const { agents } = words;
  const teams = agent.teams.map((team) => team.name).join(', ');
  const facts = [agent.program ? '' : agent.email, agent.role === 'admin' ? words.roles.admin : '', teams];
  return (
    <li>
      <SettingsLink class="settings-row" to={{ section: 'agents', id: agent.id }}>
        <strong>{agent.name}</strong>
        <span>{facts.filter(Boolean).join(' · ')}</span>
        {agent.tickets > 0 && <span>{agents.inWork(agent.tickets)}</span>}
        {agent.disabled ? (
          <span class="settings-mark">{agents.disabled}</span>
        ) : agent.program ? (
          <span>{agents.program}</span>
        ) : (
          <Presence agent={agent} />
        )}
      </SettingsLink>
    </li>
  );
}
