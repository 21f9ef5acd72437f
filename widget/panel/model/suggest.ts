import type { Http } from '@beseda/shared/client/http';
import type { ArticleHit } from '@beseda/shared/protocol/http';
import type { Hits } from './state';

const PAUSE_MS = 120;

/** Asks for articles while somebody types. */
export interface Suggester {
  /** An empty text asks for what belongs to the page. */
  ask(text: string, locale: string, route: string): void;
  /** Drops what is on its way. */
  cancel(): void;
}

/** `onHits` never gets an answer that is older than one it has got, nor one to a text that has changed since. */
export function createSuggester(http: Http, onHits: (hits: Hits) => void): Suggester {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  let last = '';

  function cancel(): void {
    clearTimeout(timer);
    running.abort();
    last = '';
  }

  return {
    cancel,
    ask(text, locale, route) {
      const query = text.trim();
      const params = `${new URLSearchParams({ q: query.slice(-2000), locale, route, limit: '4' })}`;
      if (params === last) return;
      cancel();
      last = params;
      timer = setTimeout(
        async () => {
          const { signal } = (running = new AbortController());
          const path = `/articles/suggest?${params}`;
          const ack = await http<{ results: ArticleHit[] }>('GET', path, undefined, { signal });
          if (!signal.aborted && ack.ok)
            onHits({ kind: query ? 'found' : 'page', results: ack.data.results });
        },
        query ? PAUSE_MS : 0,
      );
    },
  };
}
