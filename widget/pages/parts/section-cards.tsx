import type { ListedSection } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

interface Props {
  locale: Locale;
  sections: readonly ListedSection[];
  /** Of the headings. */
  level: 2 | 3;
}

/** Sections with the first of their articles. */
export function SectionCards({ locale, sections, level }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div class="sections">
      {sections.map(({ number, title, url, articles, count }) => (
        <section key={number} aria-labelledby={`section-${number}`}>
          <Heading id={`section-${number}`}>
            <a href={url}>{title}</a>
          </Heading>
          <ul>
            {articles.map((article) => (
              <li key={article.number}>
                <a href={article.url}>{article.title}</a>
              </li>
            ))}
            {count > articles.length && (
              <li class="all">
                <a href={url}>{TEXTS[locale].allArticles.replace('{count}', String(count))}</a>
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}
