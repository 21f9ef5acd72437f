import type { SectionTree as Section } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { SearchForm } from './parts/search-form';
import { SectionTree } from './parts/section-tree';
import { TEXTS } from './texts';

export function MissingPage({ locale, sections }: { locale: Locale; sections: Section[] }) {
  const texts = TEXTS[locale];
  return (
    <main id="content" class="narrow">
      <h1>{texts.missing}</h1>
      <p>{texts.missingAdvice}</p>
      <SearchForm locale={locale} large />
      <SectionTree locale={locale} sections={sections} />
    </main>
  );
}
