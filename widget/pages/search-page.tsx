import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { Found } from './finding/found';
import { Breadcrumbs } from './parts/breadcrumbs';
import { SearchForm } from './parts/search-form';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'search' }>;

/** `#found` is replaced while one types; what is said of it is told to screen readers. */
export function SearchPage({ locale, data }: { locale: Locale; data: Data }) {
  const texts = TEXTS[locale];
  return (
    <main id="content" class="narrow">
      <Breadcrumbs locale={locale} />
      <h1>{texts.found}</h1>
      <SearchForm locale={locale} query={data.query} large />
      <section id="recent" class="recent" aria-labelledby="recent-title" hidden>
        <h2 id="recent-title">{texts.recentSearches}</h2>
        <ul />
        <button type="button">{texts.forget}</button>
      </section>
      <p id="said" role="status">
        {say(locale, data)}
      </p>
      <div id="found">
        <Found locale={locale} query={data.query} found={data.found} />
      </div>
    </main>
  );
}

function say(locale: Locale, { query, found: { total } }: Data): string {
  const texts = TEXTS[locale];
  const said = query === '' ? texts.emptyQuery : total === 0 ? texts.nothing : texts.foundFor;
  return said.replace('{query}', () => query).replace('{count}', `${total}`);
}
