import type { Ticket } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../views/contexts';
import { useValue } from './use-value';

export type TicketId = { kind: 'loading' | 'missing' | 'failed' } | { kind: 'found'; conversationId: string };

/** The conversation of a ticket number: from the list where it stands there, else asked for. */
export function useTicketId(number: number): TicketId {
  const { queue, http, connection } = useDesk();
  const online = useValue(connection.state).kind === 'online';
  const [known, setKnown] = useState<{ number: number; id: TicketId } | null>(null);
  const row = queue.find(number);
  const id = known?.number === number ? known.id : null;
  useEffect(() => {
    if (id?.kind === 'found') return;
    if (row) {
      setKnown({ number, id: { kind: 'found', conversationId: row.conversationId } });
      return;
    }
    void http<Ticket>('GET', `/tickets/${number}`).then((ack) => {
      const answer: TicketId = ack.ok
        ? { kind: 'found', conversationId: ack.data.conversationId }
        : { kind: ack.code === 'not_found' ? 'missing' : 'failed' };
      // It is asked for again when the line is there: what comes late must not close what is open.
      setKnown((now) => (now?.number === number && now.id.kind === 'found' ? now : { number, id: answer }));
    });
  }, [number, row?.conversationId, online]);
  return id ?? (row ? { kind: 'found', conversationId: row.conversationId } : { kind: 'loading' });
}
