import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { ArticleLinks } from './parts/article-links';
import { Ask } from './parts/ask';
import { Navigation } from './parts/navigation';
import { SearchForm } from './parts/search-form';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'missing' }>;

export function MissingPage({ locale, data: { closest, navigation } }: { locale: Locale; data: Data }) {
  const texts = TEXTS[locale];
  return (
    <div class="columns">
      <Navigation locale={locale} navigation={navigation} />
      <main id="content">
        <h1>{texts.missing}</h1>
        <p>{texts.missingAdvice}</p>
        <SearchForm locale={locale} large />
        <ArticleLinks id="closest" title={texts.closest} links={closest} />
        <Ask locale={locale} />
      </main>
    </div>
  );
}
