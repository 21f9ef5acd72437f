import type { ArticleLink, ArticleTeaser } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { formatDay } from './day';

/** Articles under a heading. */
export function ArticleLinks({
  id,
  title,
  links,
}: {
  id: string;
  title: string;
  links: readonly ArticleLink[];
}) {
  if (links.length === 0) return null;
  return (
    <section class="links" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {links.map(({ number, title: name, url, lang }) => (
          <li key={number}>
            <a href={url} lang={lang}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TeasersProps {
  locale: Locale;
  id: string;
  title: string;
  teasers: readonly ArticleTeaser[];
  /** What stands under each: its section, or when it was updated. */
  tell: 'section' | 'updated';
}

/** The same with a word about each. */
export function Teasers({ locale, id, title, teasers, tell }: TeasersProps) {
  if (teasers.length === 0) return null;
  return (
    <section class="teasers" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {teasers.map(({ number, title: name, url, section, updated }) => (
          <li key={number}>
            <a href={url}>{name}</a>
            {tell === 'section' ? (
              <span>{section}</span>
            ) : (
              <time dateTime={updated}>{formatDay(locale, updated)}</time>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
