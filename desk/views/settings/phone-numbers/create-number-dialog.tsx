import type { PhoneNumberCard, PhoneNumbers } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk, useTexts } from '../../contexts';
import { Dialog } from '../../dialog';
import { useTeamWords } from '../use-team-words';
import { NumberFields, readNumberForm } from './number-fields';

export function CreateNumberDialog({ choices, onClose }: { choices: PhoneNumbers; onClose: () => void }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const actions = useActions();
  const words = useTeamWords();
  const { phones } = words;
  const [problem, setProblem] = useState('');

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = readNumberForm(new FormData(event.target as HTMLFormElement));
    const ack = await http<PhoneNumberCard>('POST', '/phone-numbers', fields);
    if (!ack.ok) return setProblem(words.why(ack.code));
    onClose();
    actions.go({ settings: { section: 'phone-numbers', id: ack.data.id } });
  }

  return (
    <Dialog label={phones.create} onClose={onClose}>
      <h2>{phones.create}</h2>
      <form class="form" onInput={() => setProblem('')} onSubmit={(event) => void create(event)}>
        <NumberFields number={null} choices={choices} />
        <p class="refused" role="alert">
          {problem}
        </p>
        <div class="dialog-foot">
          <button type="button" class="button" onClick={onClose}>
            {texts.app.cancel}
          </button>
          <button type="submit" class="button primary">
            {phones.created}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
