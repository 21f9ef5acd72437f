import type { TeamCard } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { StateMessage } from '../../state-message';
import { LoadedPart } from '../loaded-part';
import { SectionHead } from '../section-head';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';
import { useWords } from '../use-words';
import { CreateTeamDialog } from './create-team-dialog';
import { TeamPage } from './team-page';

export function TeamsSection({ id }: { id: string | null }) {
  return id === null ? <TeamList /> : <TeamPage key={id} id={id} />;
}

function TeamList() {
  const words = useWords();
  const { teams } = useTeamWords();
  const [creating, setCreating] = useState(false);
  const { loaded, reload } = useLoaded<Page<TeamCard>>('/teams');
  return (
    <section aria-labelledby="settings-title">
      <SectionHead title={words.sections.teams} create={teams.create} onCreate={() => setCreating(true)} />
      <LoadedPart loaded={loaded} reload={reload}>
        {({ results }) =>
          results.length === 0 ? (
            <StateMessage title={teams.nothing} />
          ) : (
            <ul class="settings-list" aria-label={words.sections.teams}>
              {results.map((team) => (
                <Row key={team.id} team={team} />
              ))}
            </ul>
          )
        }
      </LoadedPart>
      {creating && <CreateTeamDialog onClose={() => setCreating(false)} />}
    </section>
  );
}

function Row({ team }: { team: TeamCard }) {
  const { teams, agents, companies } = useTeamWords();
  return (
    <li>
      <SettingsLink class="settings-row" to={{ section: 'teams', id: team.id }}>
        <strong>{team.name}</strong>
        <span>{team.members.map(({ name }) => name).join(', ') || teams.noMembers}</span>
        {team.companies > 0 && <span>{companies(team.companies)}</span>}
        {team.tickets > 0 && <span>{agents.inWork(team.tickets)}</span>}
      </SettingsLink>
    </li>
  );
}
