import type { TeamCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk, useTexts } from '../../contexts';
import { Dialog } from '../../dialog';
import { textOf } from '../../form-text';
import { useTeamWords } from '../use-team-words';

/** Asks for the name, and goes to the team's page for the rest. */
export function CreateTeamDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
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
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.cancel}
        </button>
        <button type="submit" form="create-team" class="button primary">
          {teams.created}
        </button>
      </div>
    </Dialog>
  );
}
