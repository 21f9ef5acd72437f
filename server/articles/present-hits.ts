import type { ArticleHit } from '@beseda/shared/protocol/http';
import { articleUrl } from './article-url';
import type { Room } from './furnish-room';
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

/** The articles that belong to a page of the host application: those that name it closest first. */
export function listRoute(room: Room, route: string, limit: number): ArticleHit[] {
  const closeness = (patterns: readonly string[]) =>
    Math.max(
      ...patterns.filter((one) => matchRoute([one], route)).map((one) => one.replaceAll('*', '').length),
    );
  const { index, readable } = room.view;
  return index.articles
    .filter((article, position) => readable[position] === 1 && matchRoute(article.routes, route))
    .sort((a, b) => closeness(b.routes) - closeness(a.routes) || a.number - b.number)
    .slice(0, limit)
    .flatMap(({ number, body }) =>
      presentHits(room, [{ number, score: 0, snippet: openingOf(body), marks: [], titleMarks: [] }]),
    );
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
