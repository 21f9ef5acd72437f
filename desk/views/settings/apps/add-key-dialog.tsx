import type { AddedAppSecret } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { Dialog } from '../../dialog';
import { FormFoot } from '../../form-foot';
import { textOf } from '../../form-text';
import { useAppWords } from './use-app-words';
import { useReasons } from './use-reasons';

/** Takes the public half of a pair that the app's own server keeps. */
export function AddKeyDialog(props: { appKey: string; onAdded: (kid: string) => void; onClose: () => void }) {
  const { http } = useDesk();
  const words = useAppWords();
  const why = useReasons();
  const [problem, setProblem] = useState('');

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const publicKey = textOf(new FormData(event.target as HTMLFormElement), 'pem');
    const ack = await http<AddedAppSecret>('POST', `/apps/${props.appKey}/secrets`, { publicKey });
    if (ack.ok) return props.onAdded(ack.data.kid);
    setProblem(ack.code === 'invalid_input' ? words.badKey : why(ack));
  }

  return (
    <Dialog label={words.keyTitle} onClose={props.onClose}>
      <h2>{words.keyTitle}</h2>
      <form class="form" id="add-key" onSubmit={(event) => void add(event)}>
        <label class="field">
          <span>{words.pem}</span>
          <textarea class="input app-pem" name="pem" rows={6} maxLength={5_000} spellcheck={false} required />
          <small>{words.pemHint}</small>
        </label>
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      <FormFoot form="add-key" submit={words.keyAdd} onClose={props.onClose} />
    </Dialog>
  );
}
