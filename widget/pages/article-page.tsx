import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { ArticleBody } from '../views/article-body';
import { Breadcrumbs } from './parts/breadcrumbs';
import { SectionTree } from './parts/section-tree';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'article' }>;

export function ArticlePage({ locale, data }: { locale: Locale; data: Data }) {
  const { article, sections, voted } = data;
  const texts = TEXTS[locale];
  return (
    <div class="columns">
      <main id="content">
        <Breadcrumbs locale={locale} section={article.section} />
        <article>
          <h1>{article.title}</h1>
          <p class="about">
            <span>
              {texts.author}: {article.author}
            </span>
            <Day locale={locale} label={texts.posted} date={article.posted} />
            {article.updated !== article.posted && (
              <Day locale={locale} label={texts.updated} date={article.updated} />
            )}
            {article.visibility === 'staff' && <span class="tag">{texts.staffOnly}</span>}
          </p>
          <ArticleBody html={article.html} />
        </article>
        <Vote locale={locale} number={article.number} voted={voted} />
      </main>
      <SectionTree
        locale={locale}
        sections={sections}
        section={article.section.number}
        article={article.number}
      />
    </div>
  );
}

/** `date` is ISO 8601; the day is told in UTC, so that it reads the same everywhere. */
function Day({ locale, label, date }: { locale: Locale; label: string; date: string }) {
  const format = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <span>
      {label}: <time dateTime={date}>{format.format(new Date(date))}</time>
    </span>
  );
}

function Vote({ locale, number, voted }: { locale: Locale; number: number; voted: Data['voted'] }) {
  const texts = TEXTS[locale];
  return (
    <form class="vote" method="post" action={`/help/${locale}/article/${number}/vote`} id="vote">
      <h2>{texts.helpful}</h2>
      <p class="choices">
        {(['yes', 'no'] as const).map((helpful) => (
          <button key={helpful} name="helpful" value={helpful} aria-pressed={voted === helpful}>
            {texts[helpful]}
          </button>
        ))}
      </p>
      {voted && <p role="status">{voted === 'yes' ? texts.thanksYes : texts.thanksNo}</p>}
    </form>
  );
}
