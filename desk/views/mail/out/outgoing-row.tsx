import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { OutgoingMailRow } from '@beseda/shared/protocol/outgoing-mails';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { ticketUrl } from '../../../model/route';
import { useActions, useDesk, useTexts } from '../../contexts';
import { followInside } from '../../follow-inside';
import { useMailWords } from '../use-mail-words';
import { explainOutgoing } from './explain-outgoing';

/** One mail: whom it is for, about what, what became of it and why, and what can be done. */
export function OutgoingRow(props: { mail: OutgoingMailRow; onChange: (mail: OutgoingMailRow) => void }) {
  const { mail, onChange } = props;
  const { texts, locale } = useTexts();
  const { http } = useDesk();
  const words = useMailWords();
  const now = useNow();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const act = async (what: 'send-again' | 'cancel') => {
    const ack = await http<OutgoingMailRow>('POST', `/outgoing-mails/${mail.id}/${what}`, {});
    setFailed(ack.ok ? null : ack.code);
    if (ack.ok) onChange(ack.data);
  };
  const { state, ticket, recipient } = mail;
  const canResend =
    state === 'dead' || state === 'cancelled' || (state === 'sent' && mail.bouncedAt !== null);
  const canCancel = state === 'waiting' || state === 'sending';
  return (
    <li class="settings-change outgoing-mail" data-state={state}>
      <p>
        <strong>{words.kinds[mail.kind]}</strong> {words.to(recipient)}
      </p>
      {ticket && <TicketLink number={ticket.number} subject={ticket.subject} />}
      <p class={state === 'dead' || mail.bouncedAt ? 'outgoing-reason' : 'soft'}>
        {explainOutgoing(mail, words)} <Time at={momentOf(mail)} now={now} locale={locale} focusable />
      </p>
      {(canResend || canCancel) && (
        <button
          type="button"
          class="button small"
          aria-label={`${canResend ? words.sendAgain : words.cancel}: ${recipient}`}
          onClick={() => void act(canResend ? 'send-again' : 'cancel')}
        >
          {canResend ? words.sendAgain : words.cancel}
        </button>
      )}
      {failed && (
        <p class="refused" role="alert">
          {texts.error(failed)}
        </p>
      )}
    </li>
  );
}

function TicketLink({ number, subject }: { number: number; subject: string }) {
  const actions = useActions();
  return (
    <p>
      <a
        href={ticketUrl(number)}
        onClick={(event) => followInside(event, () => actions.go({ view: 'all', number }))}
      >
        #{number} {subject}
      </a>
    </p>
  );
}

/** What the state speaks of: when it goes out, went out, or was queued. */
function momentOf({ state, dueAt, sentAt, bouncedAt, createdAt }: OutgoingMailRow): string {
  if (state === 'waiting' || state === 'sending') return dueAt;
  return bouncedAt ?? sentAt ?? createdAt;
}
