import type { TeamCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../contexts';
import { Dialog } from '../../dialog';
import { FormFoot } from '../../form-foot';
import { textOf } from '../../form-text';
import { useTeamWords } from '../use-team-words';

/** Asks for the name, and goes to the team's page for the rest. */
export function CreateTeamDialog({ onClose }: { onClose: () => void }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useTeamWords();
  const { teams } = words;
  const [problem, setProblem] = useState('');

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = textOf(new FormData(event.target as HTMLFormElement), 'name');
    const ack = await http<TeamCard>('POST', '/teams', { name });
    if (!ack.ok) return setProblem(ack.code === 'already_exists' ? teams.taken : words.why(ack.code));
    onClose();
    actions.go({ settings: { section: 'teams', id: ack.data.id } });
  }

  return (
    <Dialog label={teams.create} onClose={onClose}>
      <h2>{teams.create}</h2>
      <form class="form" id="create-team" onSubmit={(event) => void create(event)}>
        <label class="field">
          <span>{teams.name}</span>
          <input class="input" name="name" maxLength={100} required />
        </label>
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      <FormFoot form="create-team" submit={teams.created} onClose={onClose} />
    </Dialog>
  );
}
