import { setImmediate as giveWay } from 'node:timers/promises';
import { MARKDOWN_LABELS } from '@beseda/shared/domain/markdown-labels';
import { type MarkdownAddresses, readAddresses } from '@beseda/shared/domain/render-markdown';
import type { StoredArticle } from '../articles/load-articles';

const PARSED_PER_SLICE = 5;
const known = new WeakMap<StoredArticle, MarkdownAddresses>();

/** Reads where these texts lead, in slices; `addressesOf` then knows it. Texts that have not changed are not read again. */
export async function readTexts(articles: Iterable<StoredArticle>): Promise<void> {
  let fresh = 0;
  for (const article of articles) {
    if (known.has(article)) continue;
    addressesOf(article);
    if (++fresh % PARSED_PER_SLICE === 0) await giveWay();
  }
}

export function addressesOf(article: StoredArticle): MarkdownAddresses {
  const addresses = known.get(article) ?? readAddresses(article.body, MARKDOWN_LABELS[article.locale]);
  known.set(article, addresses);
  return addresses;
}
