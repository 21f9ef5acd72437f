import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { ArticleLinks } from './parts/article-links';
import { Ask } from './parts/ask';
import { Breadcrumbs } from './parts/breadcrumbs';
import { Navigation } from './parts/navigation';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'section' }>;

export function SectionPage({ locale, data }: { locale: Locale; data: Data }) {
  const { section, navigation } = data;
  return (
    <div class="columns">
      <Navigation locale={locale} navigation={navigation} here={{ section: section.number }} />
      <main id="content">
        <Breadcrumbs locale={locale} steps={[section.category]} />
        <h1>{section.title}</h1>
        {section.lead && <p class="lead">{section.lead}</p>}
        <ul class="rows">
          {section.articles.map(({ number, title, url }) => (
            <li key={number}>
              <a href={url}>{title}</a>
            </li>
          ))}
        </ul>
        {data.untranslated.length > 0 && (
          <ArticleLinks id="untranslated" title={TEXTS[locale].untranslatedList} links={data.untranslated} />
        )}
        {data.sheets > 1 && (
          <Sheets locale={locale} url={section.url} sheet={data.sheet} sheets={data.sheets} />
        )}
        <Ask locale={locale} />
      </main>
    </div>
  );
}

function Sheets({
  locale,
  url,
  sheet,
  sheets,
}: {
  locale: Locale;
  url: string;
  sheet: number;
  sheets: number;
}) {
  const texts = TEXTS[locale];
  return (
    <nav class="sheets" aria-label={texts.sheets}>
      <ul>
        {Array.from({ length: sheets }, (_, at) => at + 1).map((each) => (
          <li key={each}>
            <a
              href={each === 1 ? url : `${url}?page=${each}`}
              aria-label={texts.sheet.replace('{number}', String(each))}
              aria-current={each === sheet ? 'page' : undefined}
            >
              {each}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
