import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePlaces } from '../../hooks/use-places';
import { usePage, useTexts } from '../contexts';
import { Icon } from '../icons';

const PAUSE_MS = 200;

/** Searches the list while one types; the query stands in the address. */
export function SearchField({ field }: { field: Ref<HTMLInputElement> }) {
  const { texts } = useTexts();
  const { places } = usePage();
  const { query } = usePlaces();
  const [text, setText] = useState(query);
  const asked = useRef(query);

  useEffect(() => {
    if (query !== asked.current) setText(query);
    asked.current = query;
  }, [query]);
  useEffect(() => {
    const next = text.trim();
    if (next === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = next;
      places.go({ ...places.get(), query: next }, { replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={field}
        class="search-field"
        type="search"
        enterkeyhint="search"
        aria-label={texts.queue.search}
        placeholder={texts.queue.search}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          class="icon-button"
          aria-label={texts.queue.clearSearch}
          onClick={() => setText('')}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
