import { useState } from 'preact/hooks';
import { linesOf } from '../../../model/app-draft';
import { useActions, useDesk } from '../../contexts';
import { Dialog } from '../../dialog';
import { FormFoot } from '../../form-foot';
import { textOf } from '../../form-text';
import { FreshSecret } from './fresh-secret';
import { useAppWords } from './use-app-words';
import { useReasons } from './use-reasons';

/** Asks for what an app cannot be without, shows its secret, and goes to its page for the rest. */
export function CreateAppDialog({ onClose }: { onClose: () => void }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useAppWords();
  const why = useReasons();
  const [problem, setProblem] = useState('');
  const [made, setMade] = useState<{ key: string; kid: string; secret: string } | null>(null);

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const ack = await http<{ key: string; kid: string; secret: string }>('POST', '/apps', {
      name: textOf(form, 'name'),
      origins: linesOf(textOf(form, 'origins')),
    });
    if (ack.ok) setMade(ack.data);
    else setProblem(why(ack));
  }

  if (made) {
    const goal = { section: 'apps', id: made.key } as const;
    return <FreshSecret made={made} onDone={(leave) => leave(() => actions.go({ settings: goal }))} />;
  }
  return (
    <Dialog label={words.create} onClose={onClose}>
      <h2>{words.create}</h2>
      <form class="form" id="create-app" onSubmit={(event) => void create(event)}>
        <label class="field">
          <span>{words.name}</span>
          <input class="input" name="name" maxLength={100} required />
        </label>
        <label class="field">
          <span>{words.origins}</span>
          <textarea class="input app-origins" name="origins" rows={3} spellcheck={false} required />
          <small>{words.originsHint}</small>
        </label>
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      <FormFoot form="create-app" submit={words.created} onClose={onClose} />
    </Dialog>
  );
}
