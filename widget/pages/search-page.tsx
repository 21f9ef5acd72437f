import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { Marked } from '../panel/views/marked';
import { Breadcrumbs } from './parts/breadcrumbs';
import { SearchForm } from './parts/search-form';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'search' }>;

export function SearchPage({ locale, data }: { locale: Locale; data: Data }) {
  const { query, hits } = data;
  const texts = TEXTS[locale];
  const said = query === '' ? texts.emptyQuery : hits.length === 0 ? texts.nothing : texts.foundFor;
  return (
    <main id="content" class="narrow">
      <Breadcrumbs locale={locale} />
      <h1>{texts.found}</h1>
      <SearchForm locale={locale} query={query} large />
      <p>{said.replace('{query}', () => query)}</p>
      {query !== '' && hits.length === 0 && <p>{texts.nothingAdvice}</p>}
      <ol class="hits">
        {hits.map(({ title, url, snippet, marks }) => (
          <li key={url}>
            <h2>
              <a href={url}>{title}</a>
            </h2>
            <p>
              <Marked text={snippet} marks={marks} />
            </p>
          </li>
        ))}
      </ol>
    </main>
  );
}
