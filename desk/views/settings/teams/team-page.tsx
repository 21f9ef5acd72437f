import type { AgentCard, CompanyRow, TeamCard } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { textOf } from '../../form-text';
import { CheckGroup } from '../check-group';
import { HistoryList } from '../history/history-list';
import { LoadedPart } from '../loaded-part';
import { PagedList } from '../paged-list';
import { SavedForm } from '../saved-form';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { usePages } from '../use-pages';
import { useTeamWords } from '../use-team-words';
import { RemoveTeam } from './remove-team';

/** One team: its name and members, the companies that it looks after, and who changed it. */
export function TeamPage({ id }: { id: string }) {
  const { teams } = useTeamWords();
  const { loaded, reload, show } = useLoaded<TeamCard>(`/teams/${encodeURIComponent(id)}`);
  const agents = useLoaded<Page<AgentCard>>('/agents');
  return (
    <>
      <SettingsLink class="settings-up" to={{ section: 'teams', id: null }}>
        {teams.toList}
      </SettingsLink>
      <LoadedPart loaded={loaded} reload={reload}>
        {(team) => (
          <LoadedPart loaded={agents.loaded} reload={agents.reload}>
            {({ results }) => <Card team={team} agents={results} show={show} />}
          </LoadedPart>
        )}
      </LoadedPart>
    </>
  );
}

function Card(props: { team: TeamCard; agents: readonly AgentCard[]; show: (team: TeamCard) => void }) {
  const { team, agents, show } = props;
  const { http } = useDesk();
  const words = useTeamWords();
  const { teams } = words;
  const [changes, setChanges] = useState(0);
  const members = team.members.map(({ id }) => id);
  const save = (changed: TeamCard) => {
    show(changed);
    setChanges((count) => count + 1);
  };
  return (
    <>
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{team.name}</h3>
        <SavedForm<TeamCard>
          label={team.name}
          send={(form) =>
            http('PATCH', `/teams/${team.id}`, {
              name: textOf(form, 'name'),
              members: form.getAll('members'),
            })
          }
          onSaved={save}
          why={(code) => (code === 'already_exists' ? teams.taken : words.why(code))}
        >
          <label class="field">
            <span>{teams.name}</span>
            <input class="input" name="name" defaultValue={team.name} maxLength={100} required />
          </label>
          <CheckGroup
            name="members"
            label={teams.members}
            options={agents.filter(
              ({ id, disabled, program }) => members.includes(id) || !(disabled || program),
            )}
            checked={members}
          />
        </SavedForm>
        <RemoveTeam team={team} />
      </section>
      <section aria-labelledby="settings-companies">
        <h3 id="settings-companies">{teams.companies}</h3>
        <Companies teamId={team.id} />
      </section>
      <section aria-labelledby="settings-history">
        <h3 id="settings-history">{teams.history}</h3>
        <HistoryList key={changes} object={`team:${team.id}`} />
      </section>
    </>
  );
}

function Companies({ teamId }: { teamId: string }) {
  const { teams } = useTeamWords();
  const pages = usePages<CompanyRow>('/companies', { team: teamId });
  return (
    <PagedList label={teams.companies} pages={pages} empty={teams.noCompanies}>
      {(company) => (
        <li key={company.id}>
          <SettingsLink class="settings-row" to={{ section: 'companies', id: company.id }}>
            <strong>{company.name}</strong>
            <span>{company.plan}</span>
          </SettingsLink>
        </li>
      )}
    </PagedList>
  );
}
