import { VOTE_REASONS } from '@beseda/shared/domain/words';
import type { LaterTexts } from '../texts/later';

interface Props {
  texts: LaterTexts;
  onSend: (reason: string | null, comment: string) => void;
}

/** Asked only after a «no»; may be left alone. */
export function Why({ texts, onSend }: Props) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    onSend(given.get('reason') as string | null, given.get('comment') as string);
  };
  return (
    <form class="why" onSubmit={send}>
      <fieldset>
        <legend>{texts.why}</legend>
        {VOTE_REASONS.map((reason) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} /> {texts.reasons[reason]}
          </label>
        ))}
      </fieldset>
      <textarea
        name="comment"
        rows={2}
        maxLength={3000}
        placeholder={texts.inWords}
        aria-label={texts.inWords}
      />
      <button type="submit" class="choice">
        {texts.sendWhy}
      </button>
    </form>
  );
}
