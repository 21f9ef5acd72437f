import { foldText } from '@beseda/shared/domain/fold-text';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale } from '@beseda/shared/domain/words';
import type { Place, Reader } from './reader';

export type Outcome = 'none' | 'opened' | 'helped' | 'asked';

/** One question of one reader, from its first letter to what came of it. Milliseconds. */
export interface Sitting {
  id: string;
  visitor: string;
  kind: 'search' | 'draft';
  place: Place;
  locale: Locale;
  companyId: string | null;
  begunAt: number;
  at: number;
  /** As typed: masked when it is kept. */
  text: string;
  shown: number[];
  opened: Set<number>;
  refused: Set<number>;
  outcome: Outcome;
  article: number | null;
  ticket: number | null;
  /** Differs from what is stored. */
  isDirty: boolean;
}

export interface Look {
  kind: 'search' | 'draft';
  locale: Locale;
  query: string;
  /** Numbers of articles, best first. */
  shown: number[];
}

export function beginSitting(visitor: string, reader: Reader, look: Look, at: number): Sitting {
  const { kind, locale, query, shown } = look;
  return {
    id: uuidv7(at),
    visitor,
    kind,
    place: reader.place,
    locale,
    companyId: reader.person?.companyId ?? null,
    begunAt: at,
    at,
    text: query,
    shown,
    opened: new Set(),
    refused: new Set(),
    outcome: 'none',
    article: null,
    ticket: null,
    isDirty: true,
  };
}

/** What is deleted letter by letter, to type something else, leaves the question as it was. */
export function continueSitting(sitting: Sitting, { query, shown }: Look, at: number): void {
  sitting.at = at;
  if (query === sitting.text || query.length * 2 < sitting.text.length) return;
  Object.assign(sitting, { text: query, shown, isDirty: true });
}

/** Whether this is the question of that sitting, typed further; what was sent off as a search is a question of its own. */
export function isContinued(sitting: Sitting, look: Look, place: Place): boolean {
  if (sitting.kind !== look.kind || sitting.locale !== look.locale || sitting.place !== place) return false;
  if (place === 'page') return foldText(sitting.text) === foldText(look.query);
  return isAlike(sitting.text, look.query);
}

/** Begin and end in common, for three fifths of the shorter one. */
export function isAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < shorter && one[begin] === other[begin]) begin++;
  let end = 0;
  while (end < shorter - begin && one.at(-1 - end) === other.at(-1 - end)) end++;
  return shorter > 0 && begin + end >= 0.6 * shorter;
}

/** What came of it is never less than what has come of it already. */
export function settle(sitting: Sitting, outcome: Outcome, at: number): void {
  const order: Outcome[] = ['none', 'opened', 'helped', 'asked'];
  if (order.indexOf(outcome) > order.indexOf(sitting.outcome)) sitting.outcome = outcome;
  Object.assign(sitting, { at, isDirty: true });
}
