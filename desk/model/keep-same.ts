import type { KbTree } from '@beseda/shared/protocol/kb-tree';

/** What the server has now, made of what is on the screen as far as that is still so. */
export function keepSame(before: KbTree, now: KbTree): KbTree {
  return {
    categories: sameOnes(before.categories, now.categories),
    sections: sameOnes(before.sections, now.sections),
    articles: sameOnes(before.articles, now.articles),
    plans: isEqual(before.plans, now.plans) ? before.plans : now.plans,
  };
}

function sameOnes<T extends { number: number }>(before: readonly T[], now: readonly T[]): T[] {
  const known = new Map(before.map((one) => [one.number, one]));
  return now.map((one) => {
    const former = known.get(one.number);
    return former && isEqual(former, one) ? former : one;
  });
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
