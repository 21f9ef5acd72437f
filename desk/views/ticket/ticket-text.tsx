import { splitText } from '@beseda/shared/ui/message-text';
import { ticketUrl } from '../../model/route';
import { useActions } from '../contexts';
import { followInside } from '../follow-inside';

/** A line of ours in which numbers of tickets are links. */
export function TicketText({ text }: { text: string }) {
  const actions = useActions();
  return (
    <>
      {splitText(text).map((part) =>
        part.kind === 'ticket' ? (
          <a
            href={ticketUrl(part.number)}
            onClick={(event) => {
              event.stopPropagation();
              followInside(event, () => actions.go({ number: part.number }));
            }}
          >
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
