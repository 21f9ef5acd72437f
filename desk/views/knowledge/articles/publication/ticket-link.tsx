import { useActions } from '../../../contexts';
import { followInside } from '../../../follow-inside';
import { usePublicationWords } from './use-publication-words';

/** The way back to the ticket that the article was made from. */
export function TicketLink({ number }: { number: number }) {
  const words = usePublicationWords();
  const actions = useActions();
  return (
    <a
      href={`/desk/tickets/${number}`}
      onClick={(event) => followInside(event, () => actions.go({ number }))}
    >
      {words.state.ticket(number)}
    </a>
  );
}
