import { useState } from 'preact/hooks';
import { LazyPart } from '../../lazy-part';
import { useMailboxesWords } from './use-mailboxes-words';

const loadMailboxes = () => import('./mailboxes').then((file) => file.Mailboxes);
const loadReceiver = () => import('./receiver').then((file) => file.Receiver);

/** How mail comes in, for admins: fetched when it is unfolded. */
export function MailWaysPart() {
  const words = useMailboxesWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="mail-ways" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {isOpen && (
        <>
          <h4>{words.boxes}</h4>
          <LazyPart load={loadMailboxes} given={{}} />
          <h4>{words.smtp}</h4>
          <LazyPart load={loadReceiver} given={{}} />
        </>
      )}
    </details>
  );
}
