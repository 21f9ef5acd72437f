import type { SectionTree } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { SearchForm } from './parts/search-form';
import { TEXTS } from './texts';

export function HomePage({ locale, sections }: { locale: Locale; sections: SectionTree[] }) {
  const texts = TEXTS[locale];
  return (
    <main id="content" class="home">
      <div class="hero">
        <h1>{texts.question}</h1>
        <p>{texts.lead}</p>
        <SearchForm locale={locale} large />
      </div>
      {sections.length === 0 ? <p>{texts.noArticles}</p> : <Sections sections={sections} />}
    </main>
  );
}

function Sections({ sections }: { sections: SectionTree[] }) {
  return (
    <div class="sections">
      {sections.map(({ number, title, url, articles }) => (
        <section key={number} aria-labelledby={`section-${number}`}>
          <h2 id={`section-${number}`}>
            <a href={url}>{title}</a>
          </h2>
          <ul>
            {articles.map((article) => (
              <li key={article.number}>
                <a href={article.url}>{article.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
