import { type Article, MAX_FILE_SIZE } from '../articles/article-file';
import { keyOf, type Library, type StoredArticle } from '../articles/load-articles';
import { convertForeign, type ForeignLinks } from './convert-foreign';
import type { ForeignArticle, ForeignBase, ImportNote } from './foreign-base';
import type { Known } from './load-known';
import { hashOf, hashOfGiven, settleForeign, takeSlug } from './settle-foreign';

export interface PlannedArticle {
  foreign: ForeignArticle;
  article: Article;
  /** `conflict`: changed there, and here too. `skipped`: cannot be taken, or was removed here. */
  outcome: 'created' | 'updated' | 'unchanged' | 'conflict' | 'skipped';
  given: string;
  made: string;
}

export interface ForeignPlan {
  articles: PlannedArticle[];
  notes: ImportNote[];
  images: number;
}

interface Planning {
  base: ForeignBase;
  before: Library;
  known: Known;
  /** The last number that an article has taken. */
  last: number;
  author: string;
  images: ReadonlyMap<string, string>;
  force: boolean;
  progress(done: number, all: number): void;
}

const PROGRESS_STEP = 100;

/** What is to become of every article of the base. Reads no table and changes nothing. */
export function planForeign(planning: Planning): ForeignPlan {
  const { base, before, known, author, images, progress } = planning;
  const numbers = numberForeign(planning);
  const links: ForeignLinks = { articleAt: findPaths(base, numbers), imageAt: (src) => images.get(src) };
  const stored = new Map(before.articles.map((article) => [keyOf(article), article]));
  const taken = new Set(before.articles.map(({ locale, slug }) => `${locale} ${slug}`));
  const plan: ForeignPlan = { articles: [], notes: [], images: 0 };
  base.articles.forEach((foreign, at) => {
    if (at % PROGRESS_STEP === 0) progress(at, base.articles.length);
    const number = numbers.get(foreign.id) ?? 0;
    const here = stored.get(keyOf({ number, locale: foreign.locale }));
    const converted = convertForeign(foreign, links);
    const slug = here?.slug ?? takeSlug(foreign.title, foreign.locale, taken);
    const theirs = settleForeign(foreign, { number, slug, author, body: converted.body });
    const given = hashOfGiven(theirs, foreign.isDraft);
    const { outcome, reason } = decide(foreign, theirs, { here, given, known, force: planning.force });
    const article = here ? keepOurs(theirs, here) : theirs;
    if (outcome === 'created' || outcome === 'updated') plan.notes.push(...converted.notes);
    if (reason !== undefined) plan.notes.push({ file: foreign.file, id: foreign.id, reason });
    if (outcome !== 'skipped') plan.images += converted.images;
    plan.articles.push({ foreign, article, outcome, given, made: hashOf(article) });
  });
  progress(base.articles.length, base.articles.length);
  return plan;
}

/** Where it stands and for which pages is decided here, once it is here. */
function keepOurs(
  theirs: Article,
  { category, section, routes, plans, roles, posted }: StoredArticle,
): Article {
  return { ...theirs, category, section, routes, plans, roles, posted };
}

/** All locales of an article have one number, also those that come later. */
function numberForeign({ base, known, last }: Planning): Map<string, number> {
  const numbers = new Map(known.numbers);
  let next = last + 1;
  for (const { id } of base.articles) if (!numbers.has(id)) numbers.set(id, next++);
  return numbers;
}

function findPaths({ articles }: ForeignBase, numbers: ReadonlyMap<string, number>) {
  const paths = new Map(
    articles.flatMap(({ id, paths: own }) => own.map((path) => [path, numbers.get(id)] as const)),
  );
  return (path: string) => paths.get(path);
}

interface Deciding {
  here: StoredArticle | undefined;
  given: string;
  known: Known;
  force: boolean;
}

function decide(
  foreign: ForeignArticle,
  article: Article,
  { here, given, known, force }: Deciding,
): { outcome: PlannedArticle['outcome']; reason?: string } {
  if (article.body === '') return { outcome: 'skipped', reason: 'it has no text' };
  if (Buffer.byteLength(article.body) > MAX_FILE_SIZE)
    return { outcome: 'skipped', reason: 'its text is larger than 1 MB' };
  const before = known.imported.get(`${foreign.id} ${foreign.locale}`);
  const draft = known.drafts.get(`${article.locale} ${article.number}`);
  if (!before) return { outcome: 'created' };
  if (before.given === given) return { outcome: 'unchanged' };
  if (foreign.isDraft && here)
    return { outcome: 'conflict', reason: 'a draft there, published here: it stays as it is' };
  const ours = here ?? draft;
  if (!ours) return force ? { outcome: 'created' } : { outcome: 'skipped', reason: 'it was removed here' };
  if (hashOf(ours) !== before.made && !force) {
    return {
      outcome: 'conflict',
      reason: 'changed there and here: it stays as it is here (--force takes theirs)',
    };
  }
  return { outcome: 'updated' };
}
