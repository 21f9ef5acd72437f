import type { Navigation as Contents, ListedCategory, ListedSection } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';
import { Folded } from './folded';

/** Numbers of where the reader is; what leads there is unfolded. */
interface Here {
  category?: number | null;
  section?: number;
  article?: number;
}

interface Props {
  locale: Locale;
  navigation: Contents;
  here?: Here;
}

/** The table of contents beside a page; on a phone it is folded above it. Opens without a script. */
export function Navigation({ locale, navigation, here = {} }: Props) {
  const texts = TEXTS[locale];
  if (navigation.length === 0) return null;
  return (
    <nav class="tree" aria-label={texts.sections}>
      <Folded label={texts.sections}>
        {navigation.map((category) => (
          <Category key={category.number} locale={locale} category={category} here={here} />
        ))}
      </Folded>
    </nav>
  );
}

function Category({ locale, category, here }: { locale: Locale; category: ListedCategory; here: Here }) {
  const { number, title, url, sections } = category;
  const list = (
    <ul>
      {sections.map((section) => (
        <li key={section.number}>
          <Section locale={locale} section={section} here={here} />
        </li>
      ))}
    </ul>
  );
  if (number === null) return list;
  return (
    <>
      <p class="tree-category">
        <a href={url} aria-current={number === here.category ? 'page' : undefined}>
          {title}
        </a>
      </p>
      {sections.length > 0 && list}
    </>
  );
}

function Section({ locale, section, here }: { locale: Locale; section: ListedSection; here: Here }) {
  const { number, title, url, articles, count } = section;
  const isHere = number === here.section;
  const current = isHere && here.article === undefined ? 'page' : undefined;
  if (articles.length === 0)
    return (
      <a href={url} aria-current={current}>
        {title}
      </a>
    );
  return (
    <details open={isHere}>
      <summary aria-current={current}>{title}</summary>
      <ul>
        {articles.map((article) => (
          <li key={article.number}>
            <a href={article.url} aria-current={article.number === here.article ? 'page' : undefined}>
              {article.title}
            </a>
          </li>
        ))}
        {count > articles.length && (
          <li>
            <a href={url}>{TEXTS[locale].allArticles.replace('{count}', String(count))}</a>
          </li>
        )}
      </ul>
    </details>
  );
}
