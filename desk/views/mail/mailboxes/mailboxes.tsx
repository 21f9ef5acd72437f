import type { Mailbox } from '@beseda/shared/protocol/inbound-mails';
import { useEffect } from 'preact/hooks';
import { CodeBlock } from '../../settings/apps/code-block';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { MailboxRow } from './mailbox-row';
import { useMailboxesWords } from './use-mailboxes-words';

const REFRESH_MS = 5_000;
const EXAMPLE =
  "IMAP_URL='imaps://support%40example.com:PASSWORD@imap.example.com/INBOX?done=Beseda&failed=Beseda-failed'";

/** The mailboxes that are looked into, each as it is now. */
export function Mailboxes() {
  const words = useMailboxesWords();
  const { loaded, reload } = useLoaded<{ results: Mailbox[] }>('/mailboxes');
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {({ results }) =>
        results.length === 0 ? (
          <>
            <p>
              <strong>{words.empty}.</strong> {words.emptyHint}
            </p>
            <CodeBlock label={words.example} text={EXAMPLE} />
          </>
        ) : (
          <ul class="settings-list" aria-label={words.boxes}>
            {results.map((mailbox) => (
              <MailboxRow key={mailbox.number} mailbox={mailbox} onTested={reload} />
            ))}
          </ul>
        )
      }
    </LoadedPart>
  );
}
