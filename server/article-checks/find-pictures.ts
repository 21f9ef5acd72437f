import type { LinkProblem } from '@beseda/shared/protocol/kb-checks';
import type { Published } from '../articles/article-shelf';
import { keyOf } from '../articles/load-articles';
import { outsideAddress } from '../outside-links/note-addresses';
import { addressesOf } from './read-texts';

/** Pictures that no text describes, or that readers' browsers fetch from other sites; by `keyOf`. */
export function findPictures({ articles }: Published, own: string): Map<string, LinkProblem[]> {
  const found = new Map<string, LinkProblem[]>();
  for (const article of articles.values()) {
    const { images, undescribed } = addressesOf(article);
    const problems: LinkProblem[] = [
      ...undescribed.map((address) => ({ kind: 'undescribed', address }) as const),
      ...images
        .filter((address) => outsideAddress(address, own) !== null)
        .map((address) => ({ kind: 'remote', address }) as const),
    ];
    if (problems.length > 0) found.set(keyOf(article), problems);
  }
  return found;
}
