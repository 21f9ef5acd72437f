import type { ComponentChildren } from 'preact';
import { useTexts } from '../contexts';
import { StateMessage } from '../state-message';
import type { Pages } from './use-pages';
import { useWords } from './use-words';

/** The rows that are known, the way to more, and what is said when there are none. */
export function PagedList<T>(props: {
  label: string;
  pages: Pages<T>;
  empty: string;
  children: (row: T) => ComponentChildren;
}) {
  const { texts } = useTexts();
  const words = useWords();
  const { rows, failed, hasMore, more, retry } = props.pages;
  const again = (
    <button type="button" class="button" onClick={rows && hasMore ? more : retry}>
      {texts.app.tryAgain}
    </button>
  );
  if (rows === null) {
    return failed ? (
      <StateMessage title={words.why(failed)}>{again}</StateMessage>
    ) : (
      <StateMessage title={texts.app.loading} />
    );
  }
  if (rows.length === 0) return <StateMessage title={props.empty} />;
  return (
    <>
      <ul class="settings-list" aria-label={props.label}>
        {rows.map(props.children)}
      </ul>
      {failed && (
        <p class="refused" role="alert">
          {words.why(failed)} {again}
        </p>
      )}
      {!failed && hasMore && (
        <button type="button" class="button settings-more" onClick={more}>
          {words.more}
        </button>
      )}
    </>
  );
}
