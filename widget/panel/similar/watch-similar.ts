import type { Http } from '@beseda/shared/client/http';
import type { SimilarTicket } from '@beseda/shared/protocol/http';

/** Behind the articles, which answer at once. */
const PAUSE_MS = 600;
const SHORTEST = 4;

export interface SimilarWatch {
  /** Asks again when the typing pauses; a text too short to say anything empties the list. */
  ask(text: string, route: string): void;
  /** What was found for this very text; none while an answer is on its way. */
  found(text: string): readonly SimilarTicket[];
  stop(): void;
}

/** `onFound` never gets an answer that is older than one it has got, nor one to a text that has changed since. */
export function watchSimilar(http: Http, onFound: (found: readonly SimilarTicket[]) => void): SimilarWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  let last = '';
  let known: { text: string; results: readonly SimilarTicket[] } = { text: '', results: [] };

  function stop(): void {
    clearTimeout(timer);
    running.abort();
  }

  function take(text: string, results: readonly SimilarTicket[]): void {
    known = { text, results };
    onFound(results);
  }

  return {
    stop,
    found: (text) => (known.text === text.trim() ? known.results : []),
    ask(given, route) {
      const text = given.trim();
      const params = `${new URLSearchParams({ q: text.slice(0, 2000), route })}`;
      if (params === last) return;
      stop();
      last = params;
      if (text.length < SHORTEST) return take(text, []);
      timer = setTimeout(async () => {
        const { signal } = (running = new AbortController());
        const path = `/tickets/similar?${params}`;
        const ack = await http<{ results: SimilarTicket[] }>('GET', path, undefined, { signal });
        if (!signal.aborted && ack.ok) take(text, ack.data.results);
      }, PAUSE_MS);
    },
  };
}
