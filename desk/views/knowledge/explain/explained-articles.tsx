import type { ExplainedArticle, SearchExplanation } from '@beseda/shared/protocol/search-explanation';
import { useTexts } from '../../contexts';
import { useExplainWords } from './use-explain-words';

/** The first articles with what gave them their place. */
export function ExplainedArticles({ why, lang }: { why: SearchExplanation; lang: string }) {
  const words = useExplainWords();
  const most = Math.max(...why.articles.flatMap(({ parts }) => parts.map(({ points }) => points)), 0.01);
  return (
    <section aria-label={words.articlesTitle}>
      <h4>{words.articlesTitle}</h4>
      {why.articles.length === 0 ? (
        <p class="soft">{words.nothing}</p>
      ) : (
        <ol class="explain-articles">
          {why.articles.map((article) => (
            <Article key={article.number} article={article} lang={lang} most={most} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Article({ article, lang, most }: { article: ExplainedArticle; lang: string; most: number }) {
  const words = useExplainWords();
  const format = usePoints();
  const { number, title, url, score, pinned, suggested, matches, parts } = article;
  const telling = parts.filter(({ points }) => Math.abs(points) >= 0.005).sort((a, b) => b.points - a.points);
  return (
    <li>
      <p class="explain-name">
        <a href={url} target="_blank" rel="noopener" lang={lang}>
          {title}
        </a>{' '}
        <span class="soft">
          № {number} · {words.points(format(score))} · {suggested ? words.suggested : words.notSuggested}
        </span>
      </p>
      {pinned && <p>{words.pinned}</p>}
      <ul class="explain-matches">
        {matches.map(({ form, fields }) => (
          <li key={form}>
            <strong lang={lang}>{form}</strong>:{' '}
            {fields.length === 0 ? (
              <span class="soft">{words.absent}</span>
            ) : (
              fields.map((field) => words.fields[field]).join(', ')
            )}
          </li>
        ))}
      </ul>
      <ul class="explain-parts">
        {telling.map(({ part, points }) => (
          <li key={part}>
            <span>{words.parts[part]}</span>
            <span class="explain-bar" aria-hidden="true">
              <span
                data-against={points < 0}
                style={{ inlineSize: `${Math.round((100 * Math.abs(points)) / most)}%` }}
              />
            </span>
            <span class="explain-points">{format(points)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function usePoints(): (points: number) => string {
  const { locale } = useTexts();
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  return (points) => format.format(points);
}
