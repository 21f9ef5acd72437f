import type { ArticleHit } from '@beseda/shared/protocol/http';
import { articleUrl } from './article-url';
import type { Room } from './furnish-room';
import type { StoredArticle } from './load-articles';
import { matchRoute } from './search/match-route';
import type { Suggestion } from './search/suggest-from-index';

const OPENING_LENGTH = 160;

/** What the index found, as the wire has it. */
export function presentHits(room: Room, suggestions: readonly Suggestion[]): ArticleHit[] {
  return suggestions.flatMap(({ number, snippet, marks, titleMarks }) => {
    const article = room.byNumber.get(number);
    if (!article) return [];
    const { slug, title, section } = article;
    return {
      number,
      slug,
      title,
      snippet,
      url: articleUrl(article),
      section,
      marks: marks.map(([start, end]): [number, number] => [start, end]),
      titleMarks: titleMarks.map(([start, end]): [number, number] => [start, end]),
    };
  });
}

/**
 * The articles that belong to a page of the host application: those that name it closest first, then those whose section
 * does, then those that people needed there, by number. What the readers of the room may not read is left out.
 */
export function listRoute(
  room: Room,
  route: string,
  { limit, needed = [] }: { limit: number; needed?: readonly number[] | undefined },
): ArticleHit[] {
  const bySection = (article: StoredArticle) => room.sections.get(article.sectionNumber)?.routes ?? [];
  const numbers = new Set([
    ...listClosest(room, route, ({ routes }) => routes),
    ...listClosest(room, route, bySection),
    ...needed.filter((number) => room.byNumber.has(number)),
  ]);
  const bodies = new Map(room.view.index.articles.map(({ number, body }) => [number, body]));
  return [...numbers].slice(0, limit).flatMap((number) => {
    const snippet = openingOf(bodies.get(number) ?? '');
    return presentHits(room, [{ number, score: 0, snippet, marks: [], titleMarks: [] }]);
  });
}

function listClosest(
  room: Room,
  route: string,
  routesOf: (article: StoredArticle) => readonly string[],
): number[] {
  return room.articles
    .flatMap((article) => {
      const lengths = routesOf(article)
        .filter((one) => matchRoute([one], route))
        .map((one) => one.replaceAll('*', '').length);
      return lengths.length === 0 ? [] : [{ number: article.number, closeness: Math.max(...lengths) }];
    })
    .sort((a, b) => b.closeness - a.closeness || a.number - b.number)
    .map(({ number }) => number);
}

/** The first words of a text, cut between words. */
function openingOf(text: string): string {
  const flat = text
    .slice(0, 2 * OPENING_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  if (flat.length <= OPENING_LENGTH) return flat;
  return `${flat.slice(0, flat.lastIndexOf(' ', OPENING_LENGTH) + 1 || OPENING_LENGTH).trimEnd()}…`;
}
