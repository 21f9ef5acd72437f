import type { SectionTree as Section } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { Breadcrumbs } from './parts/breadcrumbs';
import { SectionTree } from './parts/section-tree';
import { TEXTS } from './texts';

interface Props {
  locale: Locale;
  section: Section;
  sections: Section[];
}

export function SectionPage({ locale, section, sections }: Props) {
  return (
    <div class="columns">
      <main id="content">
        <Breadcrumbs locale={locale} />
        <h1>{section.title}</h1>
        {section.articles.length === 0 && <p>{TEXTS[locale].noArticles}</p>}
        <ul class="rows">
          {section.articles.map(({ number, title, url }) => (
            <li key={number}>
              <a href={url}>{title}</a>
            </li>
          ))}
        </ul>
      </main>
      <SectionTree locale={locale} sections={sections} section={section.number} />
    </div>
  );
}
