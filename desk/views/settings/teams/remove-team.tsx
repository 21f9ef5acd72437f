import type { TeamCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { useTeamWords } from '../use-team-words';

/** Deletes a team, or says what uses it. */
export function RemoveTeam({ team }: { team: TeamCard }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useTeamWords();
  const { teams } = words;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState('');
  const close = () => setAsked(false);

  async function remove(): Promise<void> {
    const ack = await http('DELETE', `/teams/${team.id}`);
    close();
    if (ack.ok) return actions.go({ settings: { section: 'teams', id: null } });
    const { companies = [], tickets = 0 } = (ack.details ?? {}) as { companies?: string[]; tickets?: number };
    setProblem(ack.code === 'in_use' ? teams.inUse(companies, tickets) : words.why(ack.code));
  }

  return (
    <div class="settings-foot">
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {teams.remove}
      </button>
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked && (
        <ConfirmDialog
          title={teams.removeTitle(team.name)}
          what={teams.removeWhat}
          label={teams.removeNow}
          onConfirm={() => void remove()}
          onClose={close}
        />
      )}
    </div>
  );
}
