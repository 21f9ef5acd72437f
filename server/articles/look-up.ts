import type { FoundPage } from '@beseda/shared/domain/page-data';
import type { ArticleStandings } from './article-standings';
import type { Room } from './furnish-room';
import { presentHits } from './present-hits';
import { findClosestFromIndex } from './search/find-closest';
import { findInIndex } from './search/suggest-from-index';

export interface LookUpInput {
  q: string;
  /** Only what stands in this section. */
  section: number | null;
  limit: number;
}

const CLOSEST = 5;

/** What the search page shows: hits, in which sections they stand, what was probably meant, and what comes closest to nothing. */
export function lookUp(
  room: Room,
  { q, section, limit }: LookUpInput,
  standingOf: ArticleStandings['of'],
): FoundPage {
  const finding = findInIndex(room.view, q, { standingOf });
  const found = finding.numbers.flatMap((number) => room.byNumber.get(number) ?? []);
  const sections = [...room.sections.values()].flatMap(({ number, title }) => {
    const count = found.filter(({ sectionNumber }) => sectionNumber === number).length;
    return count === 0 ? [] : [{ number, title, count }];
  });
  const chosen = sections.find(({ number }) => number === section)?.number ?? null;
  const wanted = chosen === null ? found : found.filter(({ sectionNumber }) => sectionNumber === chosen);
  const numbers = wanted.slice(0, limit).map(({ number }) => number);
  const closest = found.length > 0 ? [] : findClosestFromIndex(room.view, q, { limit: CLOSEST, standingOf });
  return {
    hits: presentHits(room, finding.show(numbers)),
    total: wanted.length,
    all: found.length,
    section: chosen,
    sections: sections.sort((a, b) => b.count - a.count || a.number - b.number),
    corrected: finding.corrected,
    closest: presentHits(room, closest),
  };
}
