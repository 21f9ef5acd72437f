import { setImmediate as giveWay } from 'node:timers/promises';
import { filesInText } from '@beseda/shared/domain/article-file-url';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { LinkProblem } from '@beseda/shared/protocol/kb-checks';
import type { Published } from '../articles/article-shelf';
import { ruleOf } from '../articles/build-edition';
import { keyOf, type StoredArticle } from '../articles/load-articles';
import { listReaders, mayRead } from '../articles/may-read';
import type { OutsideState } from '../outside-links/load-outside';
import { outsideAddress } from '../outside-links/note-addresses';
import { addressesOf, readTexts } from './read-texts';

/** What is known beside the published texts. */
export interface Surroundings {
  /** Articles that are drafts, or were published once. */
  written: ReadonlySet<number>;
  /** Articles whose old number leads on. */
  moved: ReadonlySet<number>;
  /** Files of the knowledge base, by id. */
  files: ReadonlySet<string>;
  /** Addresses of other sites where nothing is. */
  outside: OutsideState['broken'];
  /** Our own origin. */
  own: string;
}

const RESOLVED_PER_SLICE = 50;
const BY_SCHEME = /^article:(\d{1,10})(?:#(.*))?$/;
const BY_PATH = /^\/help\/(ru|en)\/article\/(\d{1,9})(?:-[^?#]*)?(?:\?[^#]*)?(?:#(.*))?$/;
const FILE = /^\/help\/files\//;
const RELATIVE = /^(?![a-z][a-z\d+.-]*:|[/#?])/i;

/** What in the published texts leads nowhere, by `keyOf`. In slices; texts that have not changed are not read again. */
export async function findBrokenLinks(
  published: Published,
  around: Surroundings,
): Promise<Map<string, LinkProblem[]>> {
  const articles = [...published.articles.values()];
  await readTexts(articles);
  const found = new Map<string, LinkProblem[]>();
  for (const [at, article] of articles.entries()) {
    if (at % RESOLVED_PER_SLICE === 0) await giveWay();
    const problems = checkArticle(published, around, article);
    if (problems.length > 0) found.set(keyOf(article), problems);
  }
  return found;
}

function checkArticle(published: Published, around: Surroundings, article: StoredArticle): LinkProblem[] {
  const { links, images } = addressesOf(article);
  const problems: LinkProblem[] = [];
  for (const address of new Set([...links, ...images])) {
    const kind = checkFile(around, address) ?? checkLink(published, around, article, address);
    if (kind) problems.push({ kind, address: asWritten(address) });
    problems.push(...checkOutside(around, address));
  }
  return problems;
}

function checkOutside({ outside, own }: Surroundings, address: string): LinkProblem[] {
  const heard = outside.get(outsideAddress(address, own) ?? '');
  if (!heard) return [];
  const { verdict, status, checkedAt } = heard;
  return [{ kind: verdict, address, status, checkedAt }];
}

type Problem = LinkProblem['kind'] | null;

function checkFile({ files }: Surroundings, address: string): Problem {
  if (RELATIVE.test(address) && address !== '') return 'file';
  if (!FILE.test(address)) return null;
  const [id] = filesInText(address);
  return id !== undefined && files.has(id) ? null : 'file';
}

function checkLink(
  published: Published,
  around: Surroundings,
  article: StoredArticle,
  address: string,
): Problem {
  if (address.startsWith('#')) return hasAnchor(article, address.slice(1)) ? null : 'anchor';
  const byScheme = BY_SCHEME.exec(address);
  const byPath = byScheme ? null : BY_PATH.exec(address);
  if (!byScheme && !byPath) return null;
  const number = Number(byScheme?.[1] ?? byPath?.[2]);
  const locale = (byPath?.[1] as Locale | undefined) ?? article.locale;
  const anchor = byScheme?.[2] ?? byPath?.[3];
  const targets = [locale, ...LOCALES].flatMap((one) => {
    const target = published.articles.get(keyOf({ number, locale: one }));
    return target ? [target] : [];
  });
  const [target] = targets;
  if (!target) {
    if (byPath && around.moved.has(number)) return null;
    return around.written.has(number) ? 'unpublished' : 'missing';
  }
  if (!readByAll(published, article, targets)) return 'narrower';
  return anchor && !hasAnchor(target, anchor) ? 'anchor' : null;
}

/** Whether everybody who reads the article reads one of the targets. */
function readByAll(
  { rules, named }: Published,
  article: StoredArticle,
  targets: readonly StoredArticle[],
): boolean {
  const own = ruleOf(rules, article);
  return listReaders(named).every(
    (reader) => !mayRead(reader, own) || targets.some((target) => mayRead(reader, ruleOf(rules, target))),
  );
}

function hasAnchor(article: StoredArticle, anchor: string): boolean {
  return anchor === '' || addressesOf(article).anchors.includes(decode(anchor));
}

/** Authors write anchors without the prefix that the page gives them. */
function asWritten(address: string): string {
  return decode(address).replace(/^(article:\d+)?#h-/, '$1#');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
