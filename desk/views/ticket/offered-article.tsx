import type { TicketArticle } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { useTexts } from '../contexts';

interface OfferedProps {
  article: TicketArticle;
  /** A note is read by agents alone: nothing is warned of. */
  note: boolean;
  onInsert: (text: string) => void;
}

/** An article that can go into the answer, as a link or in words. What the requester cannot open is asked about first. */
export function OfferedArticle({ article, note, onInsert }: OfferedProps) {
  const { texts } = useTexts();
  const [held, setHeld] = useState<string | null>(null);
  const words = texts.insert;
  const link = `${article.title}\n${article.link}`;
  const insert = (text: string) => (article.readable || note ? onInsert(text) : setHeld(text));
  return (
    <li class="offer">
      <button type="button" class="offer-main" data-offer onClick={() => insert(link)}>
        <b>{article.title}</b>
        <span>{article.snippet}</span>
      </button>
      <p class="offer-more">
        {article.fate && (
          <span class="offer-mark" data-fate={article.fate}>
            {words.fates[article.fate]}
          </span>
        )}
        {!article.readable && (
          <span class="offer-mark" data-fate="refused">
            {words.unreadable}
          </span>
        )}
        <button
          type="button"
          class="link-button"
          onClick={() => insert(article.readable ? `${article.passage}\n\n${link}` : article.passage)}
        >
          {words.insertPassage}
        </button>
        <a href={article.url} target="_blank" rel="noopener">
          {words.open}
        </a>
      </p>
      {held !== null && (
        <p class="offer-warning" role="alert">
          {words.warning}{' '}
          <button type="button" class="link-button" onClick={() => onInsert(held)}>
            {words.anyway}
          </button>
        </p>
      )}
    </li>
  );
}
