import type { AgentConversation } from '@beseda/shared/domain/event';
import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../contexts';

/** `rows` is null until they are known. */
export interface Twins {
  rows: readonly QueueRow[] | null;
  failed: boolean;
  again: () => void;
}

const PAUSE_MS = 200;
const SHOWN = 20;

/** Other tickets of who asks here, newest change first; those that the query names, if it does. */
export function useTwins({ number, requester }: AgentConversation, query: string): Twins {
  const { http } = useDesk();
  const [rows, setRows] = useState<readonly QueueRow[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const wanted = query.trim();
  useEffect(() => {
    let late = false;
    const look = async () => {
      const given = { view: 'all', requester: requester.id, limit: String(SHOWN + 1) };
      const params = new URLSearchParams(wanted ? { ...given, q: wanted } : given);
      const ack = await http<Page<QueueRow>>('GET', `/desk/queue?${params.toString()}`);
      if (late) return;
      setFailed(!ack.ok);
      if (ack.ok) setRows(ack.data.results.filter((row) => row.number !== number).slice(0, SHOWN));
    };
    const timer = setTimeout(() => void look(), wanted ? PAUSE_MS : 0);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [http, number, requester.id, wanted, turn]);
  return { rows, failed, again: () => setTurn(turn + 1) };
}
