import type { SectionTree as Section } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

interface Place {
  locale: Locale;
  sections: Section[];
  /** Numbers of where the reader is; that section is unfolded. */
  section?: number;
  article?: number;
}

/** The table of contents beside a page: folded sections that open without a script. */
export function SectionTree({ locale, sections, section, article }: Place) {
  if (sections.length === 0) return null;
  return (
    <nav class="tree" aria-label={TEXTS[locale].sections}>
      {sections.map((each) => (
        <details key={each.number} open={each.number === section}>
          <summary>{each.title}</summary>
          <ul>
            {each.articles.map(({ number, title, url }) => (
              <li key={number}>
                <a href={url} aria-current={number === article ? 'page' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
