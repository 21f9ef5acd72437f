import type { TicketArticle } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../views/contexts';

const PAUSE_MS = 150;

/** Articles for the answer to a ticket: found by `query`, or suggested by its text. Null while nothing is known yet. */
export function useTicketArticles(number: number, query: string): readonly TicketArticle[] | 'failed' | null {
  const { http } = useDesk();
  const [found, setFound] = useState<readonly TicketArticle[] | 'failed' | null>(null);
  const q = query.trim();
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const path = `/tickets/${number}/articles?${new URLSearchParams({ q })}`;
      const { signal } = stop;
      const ack = await http<{ results: TicketArticle[] }>('GET', path, undefined, { signal });
      if (!signal.aborted) setFound(ack.ok ? ack.data.results : 'failed');
    };
    const timer = setTimeout(() => void load(), q === '' ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [http, number, q]);
  return found;
}
