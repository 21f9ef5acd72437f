import type { SmtpReceiver } from '@beseda/shared/protocol/inbound-mails';
import { exactTime } from '@beseda/shared/ui/time';
import { useTexts } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { useMailboxesWords } from './use-mailboxes-words';

/** Where mail is taken by SMTP, and with which certificate. */
export function Receiver() {
  const words = useMailboxesWords();
  const { loaded, reload } = useLoaded<{ receiver: SmtpReceiver | null }>('/smtp-receiver');
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {({ receiver }) => (receiver ? <Open receiver={receiver} /> : <p class="soft">{words.noSmtp}</p>)}
    </LoadedPart>
  );
}

function Open({ receiver: { host, port, domain, tls, validUntil } }: { receiver: SmtpReceiver }) {
  const { locale } = useTexts();
  const words = useMailboxesWords();
  const validity = validUntil ? `${words.until} ${exactTime(validUntil, locale)}` : words.unreadable;
  return (
    <>
      <p>
        {words.listens(domain)}{' '}
        <strong>{host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`}</strong>.
      </p>
      <p class="soft">{tls === 'own' ? `${words.own}, ${validity}.` : words.selfSigned}</p>
    </>
  );
}
