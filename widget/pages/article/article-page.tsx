import type { PageData, PageFrame, ShownArticle } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { ArticleBody } from '../../views/article-body';
import { ArticleLinks } from '../parts/article-links';
import { Ask } from '../parts/ask';
import { Breadcrumbs } from '../parts/breadcrumbs';
import { Day } from '../parts/day';
import { Navigation } from '../parts/navigation';
import { TEXTS } from '../texts';
import { Comments } from './comments';
import { ContentsList } from './contents-list';
import { dressArticle, listHeadings } from './dress-article';
import { Neighbours } from './neighbours';
import { Vote } from './vote';

type Data = Extract<PageData, { page: 'article' }>;

export function ArticlePage({ frame: { locale, canonical }, data }: { frame: PageFrame; data: Data }) {
  const { article, navigation, previous, next, related, voted, told, comments } = data;
  const texts = TEXTS[locale];
  const isForeign = article.locale !== locale;
  const lang = isForeign ? article.locale : undefined;
  return (
    <div class="columns">
      <Navigation
        locale={locale}
        navigation={navigation}
        here={{ section: article.section.number, article: article.number }}
      />
      <main id="content" class="reading" data-address={canonical}>
        <Breadcrumbs locale={locale} steps={[article.category, article.section]} />
        <header>
          <h1 lang={lang}>{article.title}</h1>
          <About locale={locale} article={article} />
          {isForeign && (
            <p class="untranslated" role="note">
              {texts.untranslated[article.locale]}
            </p>
          )}
        </header>
        <ContentsList locale={locale} headings={listHeadings(article.html)} />
        <article lang={lang}>
          <ArticleBody html={dressArticle(article.html, texts.zoom)} />
        </article>
        <footer>
          <Vote locale={locale} number={article.number} voted={voted} told={told} />
          <Ask locale={locale} article={article.number} />
          <Neighbours locale={locale} previous={previous} next={next} />
          <ArticleLinks id="related" title={texts.related} links={related} />
          <Comments locale={locale} number={article.number} comments={comments} />
        </footer>
      </main>
    </div>
  );
}

function About({ locale, article }: { locale: Locale; article: ShownArticle }) {
  const { author, posted, updated, visibility } = article;
  const texts = TEXTS[locale];
  return (
    <p class="about">
      <span>
        {texts.author}: {author}
      </span>
      <Day locale={locale} label={texts.posted} date={posted} />
      {updated !== posted && <Day locale={locale} label={texts.updated} date={updated} />}
      {visibility !== 'public' && (
        <span class="tag">{visibility === 'staff' ? texts.staffOnly : texts.agentsOnly}</span>
      )}
    </p>
  );
}
