import { useEffect, useRef, useState } from 'preact/hooks';
import { useTicketArticles } from '../../hooks/use-ticket-articles';
import { useTexts } from '../contexts';
import { Icon } from '../icons';
import { OfferedArticle } from './offered-article';

interface PickerProps {
  number: number;
  note: boolean;
  onInsert: (text: string) => void;
  /** `query` is what was typed by then. */
  onLeave: (query: string) => void;
}

/** Looks for an article while one types; arrows move, Enter takes, Esc goes back to the answer. */
export function ArticlePicker({ number, note, onInsert, onLeave }: PickerProps) {
  const { texts } = useTexts();
  const [query, setQuery] = useState('');
  const found = useTicketArticles(number, query);
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = texts.insert;
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return onLeave(query);
    }
    if (root.current) moveAmongOffers(event, root.current);
  };
  return (
    <div class="picker" role="group" aria-label={words.label} ref={root} onKeyDown={onKeyDown}>
      <div class="picker-head">
        <input
          class="input"
          type="search"
          ref={field}
          aria-label={words.search}
          placeholder={words.search}
          maxLength={200}
          value={query}
          data-offer
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <button type="button" class="icon-button" aria-label={texts.app.close} onClick={() => onLeave(query)}>
          <Icon name="close" />
        </button>
      </div>
      <p class="picker-state" role="status">
        {found === 'failed' ? words.failed : found?.length === 0 ? words.nothing : words.keys}
      </p>
      {found !== null && found !== 'failed' && (
        <ul class="offers">
          {found.map((article) => (
            <OfferedArticle key={article.number} article={article} note={note} onInsert={onInsert} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Up and down between the field and what was found; Enter in the field takes the first. */
function moveAmongOffers(event: KeyboardEvent, root: HTMLElement): void {
  const stops = [...root.querySelectorAll<HTMLElement>('[data-offer]')];
  const at = stops.indexOf(event.target as HTMLElement);
  if (event.key === 'Enter' && at === 0) {
    // Also with nothing found: the answer around must not be sent.
    event.preventDefault();
    stops[1]?.click();
    if (stops[1]?.isConnected) stops[1].focus();
    return;
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = by && at >= 0 ? stops[at + by] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
