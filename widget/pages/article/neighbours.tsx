import type { ArticleLink } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

interface Props {
  locale: Locale;
  previous: ArticleLink | null;
  next: ArticleLink | null;
}

/** The articles before and after this one in its section. */
export function Neighbours({ locale, previous, next }: Props) {
  const texts = TEXTS[locale];
  if (!previous && !next) return null;
  return (
    <nav class="neighbours" aria-label={texts.inSection}>
      {previous && (
        <a rel="prev" href={previous.url}>
          <small>{texts.previous}</small> <span lang={previous.lang}>{previous.title}</span>
        </a>
      )}
      {next && (
        <a rel="next" href={next.url}>
          <small>{texts.next}</small> <span lang={next.lang}>{next.title}</span>
        </a>
      )}
    </nav>
  );
}
