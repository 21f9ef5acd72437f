import { useState } from 'preact/hooks';
import { Dialog } from '../../../dialog';
import { FormFoot } from '../../../form-foot';
import { textOf } from '../../../form-text';
import { localMinute } from '../../../local-minute';
import { usePublicationWords } from './use-publication-words';

const HOUR_MS = 60 * 60_000;

/** Asks when, and what to say about the version; readers see the article only after this. */
export function PublishDialog(props: {
  onPublish: (choice: { note: string; at: string | null }) => void;
  onClose: () => void;
}) {
  const { dialog: words, publish } = usePublicationWords();
  const [later, setLater] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const at = later ? new Date(textOf(form, 'at')).toISOString() : null;
    props.onPublish({ note: textOf(form, 'note').trim(), at });
  };
  return (
    <Dialog label={words.title} onClose={props.onClose}>
      <h2>{words.title}</h2>
      <form class="form" id="kb-publish" onSubmit={submit}>
        <fieldset class="kb-checks">
          <legend>{words.when}</legend>
          <label>
            <input type="radio" name="when" checked={!later} onChange={() => setLater(false)} /> {words.now}
          </label>
          <label>
            <input type="radio" name="when" checked={later} onChange={() => setLater(true)} /> {words.later}
          </label>
        </fieldset>
        {later && (
          <label class="field">
            <span>{words.time}</span>
            <input
              class="input"
              type="datetime-local"
              name="at"
              required
              min={localMinute(Date.now())}
              defaultValue={localMinute(Date.now() + HOUR_MS)}
            />
            <small>{words.zone(new Intl.DateTimeFormat().resolvedOptions().timeZone)}</small>
          </label>
        )}
        <label class="field">
          <span>{words.note}</span>
          <input class="input" name="note" maxLength={500} />
          <small>{words.noteHint}</small>
        </label>
      </form>
      <FormFoot form="kb-publish" submit={later ? words.schedule : publish} onClose={props.onClose} />
    </Dialog>
  );
}
