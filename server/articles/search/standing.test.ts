import { describe, expect, it } from 'vitest';
import { inventArticles, inventQueries } from '../../testing/invent-articles';
import { buildArticleIndex } from './build-index';
import { openView } from './open-view';
import { rankArticles } from './rank-articles';
import { resolveQuery } from './resolve-query';
import { compileRules } from './search-rules';
import { findStanding, type Standing } from './standing';

const NOW = Date.parse('2026-11-27T10:00:00Z');
const quiet = { shown: 0, opened: 0, helped: 0, notHelped: 0, refused: 0 };
const MOST_APART = 0.14;

describe('the standing of an article', () => {
  it('takes votes, openings and refusals for what many of them say', () => {
    const few = findStanding({ ...quiet, helped: 1, shown: 2, opened: 1 }, undefined, NOW);
    const many = findStanding({ ...quiet, helped: 95, shown: 180, opened: 100 }, undefined, NOW);
    const bad = findStanding({ ...quiet, notHelped: 95, shown: 180, refused: 100 }, undefined, NOW);
    expect(few.votes).toBeCloseTo(1 / 6);
    expect(many).toEqual({ votes: 0.95, clicks: 0.5, freshness: 0 });
    expect(bad).toEqual({ votes: -0.95, clicks: -0.5, freshness: 0 });
    expect(findStanding(undefined, undefined, NOW)).toEqual({ votes: 0, clicks: 0, freshness: 0 });
  });

  it('halves freshness each year', () => {
    expect(findStanding(undefined, '2026-11-27', NOW).freshness).toBeCloseTo(1, 2);
    expect(findStanding(undefined, '2025-11-27', NOW).freshness).toBeCloseTo(0.5, 2);
    expect(findStanding(undefined, '2030-01-01', NOW).freshness).toBe(1);
  });

  it('decides between equals, and never puts an article before a text that fits clearly better', async () => {
    const rules = compileRules('ru');
    let turned = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const view = await openView(await buildArticleIndex(inventArticles(seed, 40), { locale: 'ru' }), rules);
      const standingOf = ({ number }: { number: number }): Standing =>
        number % 2 === 0 ? { votes: 1, clicks: 1, freshness: 1 } : { votes: -1, clicks: -1, freshness: 0 };
      for (const query of inventQueries(seed)) {
        const { candidates } = rankArticles(view, resolveQuery(view, query), { standingOf });
        for (const [at, { text, position }] of candidates.entries()) {
          for (const below of candidates.slice(at + 1)) {
            expect(below.text - text, query).toBeLessThanOrEqual(MOST_APART + 1e-9);
            if (below.text > text) turned++;
            if (below.text === text && (below.position - position) % 2 !== 0) expect(position % 2).toBe(1);
          }
        }
      }
    }
    expect(turned).toBeGreaterThan(0);
  });
});
