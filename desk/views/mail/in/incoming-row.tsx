import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { ticketUrl } from '../../../model/route';
import { useActions, useDesk, useTexts } from '../../contexts';
import { followInside } from '../../follow-inside';
import { HeldActions } from './held-actions';
import { MailInside } from './mail-inside';
import { useMailInWords } from './use-mail-in-words';

/** One mail: from whom, about what, what became of it and why, and what can be done. */
export function IncomingRow(props: { mail: InboundMail; onChange: (mail: InboundMail) => void }) {
  const { mail, onChange } = props;
  const { texts, locale } = useTexts();
  const { http } = useDesk();
  const words = useMailInWords();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [done, setDone] = useState('');

  async function retry(): Promise<void> {
    setBusy(true);
    const ack = await http<InboundMail>('POST', `/inbound-mails/${mail.id}/retry`, {});
    setBusy(false);
    setFailed(ack.ok ? null : ack.code);
    if (ack.ok) settled(ack.data);
  }

  function settled(changed: InboundMail): void {
    setDone(words.retried(words.states[changed.state]));
    onChange(changed);
  }

  const { state, reason, detail, ticket, kept } = mail;
  return (
    <li class="settings-change incoming-mail" data-state={state}>
      <Heading mail={mail} />
      <p class="mail-outcome">
        <span class="settings-mark">{words.states[state]}</span>{' '}
        {reason && <span class="mail-reason">{words.reasons[reason] ?? reason}</span>}{' '}
        {ticket !== undefined && <TicketLink number={ticket} />}{' '}
        <Time at={mail.receivedAt} now={now} locale={locale} focusable />
      </p>
      {detail && <p class="soft">{words.detail(detail)}</p>}
      {mail.mail && <MailInside mail={mail} understood={mail.mail} />}
      {state === 'held' && <HeldActions mail={mail} onDone={settled} />}
      <p class="row-actions">
        {kept ? (
          <a class="button" href={`/api/v1/inbound-mails/${mail.id}/raw`} download={`${mail.id}.eml`}>
            {words.raw}
          </a>
        ) : (
          <span class="soft">{words.rawGone}</span>
        )}
        {kept && (state === 'parked' || state === 'refused') && (
          <button type="button" class="button" disabled={busy} onClick={() => void retry()}>
            {busy ? words.busy : words.retry}
          </button>
        )}
      </p>
      <p role="status" class="soft">
        {done}
      </p>
      {failed && (
        <p class="refused" role="alert">
          {texts.error(failed)}
        </p>
      )}
    </li>
  );
}

function Heading({ mail: { mail, envelope } }: { mail: InboundMail }) {
  const words = useMailInWords();
  if (!mail) {
    return (
      <p>
        <strong>{words.unread}</strong> <span class="soft">{envelope.from || words.nobody}</span>
      </p>
    );
  }
  const { name, address } = mail.from;
  return (
    <>
      <p>
        <strong>{name || address || words.nobody}</strong>{' '}
        {name !== '' && <span class="soft">{address}</span>}
      </p>
      <p>{mail.subject || <span class="soft">{words.noSubject}</span>}</p>
    </>
  );
}

function TicketLink({ number }: { number: number }) {
  const actions = useActions();
  return (
    <a
      href={ticketUrl(number)}
      onClick={(event) => followInside(event, () => actions.go({ view: 'all', number }))}
    >
      #{number}
    </a>
  );
}
