import { useEffect, useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { useDesk, useTexts } from '../contexts';

/** Tells screen readers of new tickets and of new messages in the open one. */
export function Announcer() {
  const { texts } = useTexts();
  const { arrived, threads } = useDesk();
  const row = useValue(arrived);
  const [said, say] = useState('');
  useEffect(() => {
    if (row) say(texts.notices.newTicket(row.number, row.subject));
  }, [row]);
  useEffect(
    () =>
      threads.onEvent((_, event) => {
        if (event.kind !== 'message' || event.author.kind !== 'requester') return;
        say(`${texts.ticket.newMessage(event.author.name)}. ${event.message.text}`);
      }),
    [threads, texts],
  );
  return (
    <div class="visually-hidden" role="log" aria-live="polite">
      {said}
    </div>
  );
}
