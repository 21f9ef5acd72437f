import { type Article, type ArticleDraft, type FileProblem, FRONT_MATTER_KEYS } from './article-file';
import { keyOf, type StoredArticle } from './load-articles';

export interface SettledDrafts {
  /** What the drafts say, with everything that they leave out filled in. */
  articles: Article[];
  /** Drafts that clash with another draft or a stored article. */
  problems: FileProblem[];
}

type Numbered = ArticleDraft & { number: number };

/**
 * Gives every draft its number and dates, and finds those that would take another article's number or slug. The first
 * one by path wins. `author` stands where a file names none;
 * new numbers follow `lastNumber`.
 */
export function settleDrafts(
  drafts: readonly ArticleDraft[],
  stored: readonly Article[],
  { author, lastNumber = 0 }: { author: string; lastNumber?: number },
): SettledDrafts {
  const problems: FileProblem[] = [];
  let numbered = assignNumbers(drafts, stored, lastNumber, problems);
  // A refused draft lets a stored article keep its slug, which another draft may have wanted: look again.
  for (let before = -1; before !== numbered.length; ) {
    before = numbered.length;
    numbered = refuseTakenSlugs(numbered, stored, problems);
  }
  const byKey = new Map(stored.map((article) => [keyOf(article), article]));
  return {
    articles: numbered.map((draft) => fillIn(draft, byKey.get(keyOf(draft)), author)),
    problems,
  };
}

/** A draft without a number is the stored article with its slug, else a new one with the next free number. */
function assignNumbers(
  drafts: readonly ArticleDraft[],
  stored: readonly Article[],
  lastNumber: number,
  problems: FileProblem[],
): Numbered[] {
  const taken = new Map<string, string>();
  const claim = (draft: ArticleDraft, number: number): Numbered => {
    taken.set(keyOf({ number, locale: draft.locale }), draft.file);
    return { ...draft, number };
  };
  const numbered = new Map<ArticleDraft, Numbered>();
  for (const draft of drafts) {
    const { number } = draft.given;
    if (number === undefined) continue;
    const other = taken.get(keyOf({ number, locale: draft.locale }));
    if (other === undefined) numbered.set(draft, claim(draft, number));
    else problems.push(problemOf(draft, 'number', `number ${number} is already taken by ${other}`));
  }
  const bySlug = new Map(stored.map((article) => [slugKey(article), article.number]));
  let next =
    1 +
    maxOf([
      lastNumber,
      ...stored.map(({ number }) => number),
      ...drafts.map(({ given }) => given.number ?? 0),
    ]);
  for (const draft of drafts) {
    if (draft.given.number !== undefined) continue;
    const known = bySlug.get(slugKey(draft));
    const free = known !== undefined && !taken.has(keyOf({ number: known, locale: draft.locale }));
    numbered.set(draft, claim(draft, free ? known : next++));
  }
  return drafts.flatMap((draft) => numbered.get(draft) ?? []);
}

function refuseTakenSlugs(
  drafts: readonly Numbered[],
  stored: readonly Article[],
  problems: FileProblem[],
): Numbered[] {
  const replaced = new Set(drafts.map(keyOf));
  const owners = new Map<string, string>();
  for (const article of stored) {
    if (!replaced.has(keyOf(article))) owners.set(slugKey(article), `article ${article.number}`);
  }
  return drafts.filter((draft) => {
    const owner = owners.get(slugKey(draft));
    if (owner === undefined) owners.set(slugKey(draft), draft.file);
    else {
      const made = draft.given.slug === undefined ? ' (made from the title)' : '';
      problems.push(problemOf(draft, 'slug', `slug "${draft.slug}"${made} is already taken by ${owner}`));
    }
    return owner === undefined;
  });
}

function fillIn(draft: Numbered, stored: Article | undefined, author: string): Article {
  const { given, modified } = draft;
  const posted = given.posted ?? stored?.posted ?? given.updated ?? modified;
  const article: Article = {
    number: draft.number,
    slug: draft.slug,
    locale: draft.locale,
    title: draft.title,
    category: given.category ?? (stored?.section === draft.section ? stored.category : null),
    section: draft.section,
    keywords: given.keywords ?? [],
    routes: given.routes ?? [],
    author: given.author ?? author,
    posted,
    updated: given.updated ?? stored?.updated ?? later(posted, modified),
    visibility: given.visibility ?? 'public',
    plans: given.plans ?? [],
    roles: given.roles ?? [],
    body: draft.body,
  };
  const changed = stored !== undefined && given.updated === undefined && !isSameArticle(article, stored);
  return changed ? { ...article, updated: later(posted, modified) } : article;
}

/** Whether an article reads the same, for the same people, wherever it stands in the table of contents. */
export function isSameText(one: StoredArticle, other: StoredArticle): boolean {
  const bare = (article: StoredArticle) => ({ ...article, section: '', category: null });
  return isSameArticle(bare(one), bare(other));
}

export function isSameArticle(one: Article, other: Article): boolean {
  return (
    one.body === other.body &&
    FRONT_MATTER_KEYS.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]))
  );
}

function problemOf(draft: ArticleDraft, key: 'number' | 'slug', reason: string): FileProblem {
  return { file: draft.file, line: draft.lines.get(key) ?? draft.lines.get('title') ?? 1, reason };
}

function slugKey({ locale, slug }: { locale: string; slug: string }): string {
  return `${locale} ${slug}`;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function maxOf(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
