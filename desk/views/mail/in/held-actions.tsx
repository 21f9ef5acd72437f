import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { useMailInWords } from './use-mail-in-words';

/** What an agent decides of a held mail: in, to a ticket where one is named, or out. */
export function HeldActions(props: { mail: InboundMail; onDone: (mail: InboundMail) => void }) {
  const { mail, onDone } = props;
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useMailInWords();
  const [ticket, setTicket] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);

  async function decide(what: 'release' | 'refuse', body: object): Promise<void> {
    setBusy(true);
    const ack = await http<InboundMail>('POST', `/inbound-mails/${mail.id}/${what}`, body);
    setBusy(false);
    setFailed(ack.ok ? null : ack.code);
    if (ack.ok) onDone(ack.data);
  }

  return (
    <form
      class="held-mail"
      aria-label={words.decision}
      onSubmit={(event) => {
        event.preventDefault();
        void decide('release', ticket === '' ? {} : { ticket: Number(ticket) });
      }}
    >
      <label class="field">
        <span>{words.toTicket}</span>
        <input
          class="input"
          inputMode="numeric"
          pattern="[1-9][0-9]{0,9}"
          placeholder={words.newTicket}
          value={ticket}
          onInput={({ currentTarget }) => setTicket(currentTarget.value.trim().replace(/^#/, ''))}
        />
      </label>
      <button type="submit" class="button primary" disabled={busy}>
        {words.release}
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => void decide('refuse', {})}>
        {words.refuse}
      </button>
      {failed && (
        <p class="refused" role="alert">
          {failed === 'invalid_input' ? words.needsTicket : texts.error(failed)}
        </p>
      )}
    </form>
  );
}
