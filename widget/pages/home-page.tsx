import type { ListedCategory, PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { Teasers } from './parts/article-links';
import { Ask } from './parts/ask';
import { SearchForm } from './parts/search-form';
import { SectionCards } from './parts/section-cards';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'home' }>;

export function HomePage({ locale, data }: { locale: Locale; data: Data }) {
  const { categories, popular, recent, own } = data;
  const texts = TEXTS[locale];
  return (
    <main id="content" class="home">
      <div class="hero">
        <h1>{texts.question}</h1>
        <p>{texts.lead}</p>
        <SearchForm locale={locale} large />
      </div>
      {own && <Own locale={locale} own={own} />}
      {categories.length === 0 && <p>{texts.noArticles}</p>}
      {categories.map((category) => (
        <Category key={category.number} locale={locale} category={category} alone={categories.length === 1} />
      ))}
      <div class="pair">
        <Teasers locale={locale} id="popular" title={texts.popular} teasers={popular} tell="section" />
        <Teasers locale={locale} id="recent" title={texts.recent} teasers={recent} tell="updated" />
      </div>
      <Ask locale={locale} />
    </main>
  );
}

function Category({ locale, category, alone }: { locale: Locale; category: ListedCategory; alone: boolean }) {
  const { number, title, url, lead, sections } = category;
  const texts = TEXTS[locale];
  const id = `category-${number ?? 'rest'}`;
  return (
    <section class="category" aria-labelledby={id}>
      <h2 id={id} class={number === null && alone ? 'sr' : undefined}>
        {number === null ? alone ? texts.sections : texts.otherSections : <a href={url}>{title}</a>}
      </h2>
      {lead && <p class="lead">{lead}</p>}
      <SectionCards locale={locale} sections={sections} level={3} />
    </section>
  );
}

function Own({ locale, own }: { locale: Locale; own: NonNullable<Data['own']> }) {
  const texts = TEXTS[locale];
  return (
    <div class="own">
      <p>
        {texts.signedIn.replace('{name}', () => own.name)}{' '}
        {own.kind === 'staff' && <a href={`/help/${locale}/requests`}>{texts.toRequests}</a>}
      </p>
      <Teasers
        locale={locale}
        id="own"
        title={own.kind === 'staff' ? texts.forStaff : texts.forAgents}
        teasers={own.articles}
        tell="section"
      />
    </div>
  );
}
