import { makeSlug } from '@beseda/shared/domain/make-slug';
import type { Locale, ReaderRole, Visibility } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { Article, ArticleDraft, FileProblem, FrontMatter } from './article-file';
import { formatFields, isNothing } from './format-article-file';
import { keyOf, type StoredArticle } from './load-articles';
import { trimBody } from './parse-article-file';
import type { Publication } from './write-published';

/** What is being written, as its file holds it. */
export interface Manuscript {
  number: number;
  locale: Locale;
  title: string;
  slug: string | null;
  category: string | null;
  section: string | null;
  keywords: string[];
  routes: string[];
  author: string;
  visibility: Visibility;
  plans: string[];
  roles: ReaderRole[];
  state: 'draft' | 'review';
  body: string;
}

const KEYS = [
  'number',
  'slug',
  'locale',
  'title',
  'state',
  'category',
  'section',
  'keywords',
  'routes',
  'author',
  'visibility',
  'plans',
  'roles',
] as const;
/** Numbers of articles are smaller. */
const ASIDE = 1_000_000_000;

export async function loadManuscripts({ sql }: Transaction): Promise<Manuscript[]> {
  const rows = await sql<Manuscript[]>`
    select d.number, d.locale, d.title, d.slug, c.title as category, s.title as section, d.keywords, d.routes, d.author,
      d.visibility, d.plans, d.roles, d.state, d.body
    from article_drafts d left join sections s on s.number = d.section_number and s.locale = d.locale
      left join section_places sp on sp.number = s.number
      left join categories c on c.number = sp.category_number and c.locale = d.locale
    order by d.number, d.locale`;
  return [...rows];
}

export function nameManuscript({ number, slug, title }: Manuscript): string {
  return `${number}-${slug ?? (makeSlug(title) || 'draft')}.md`;
}

export function formatManuscript(manuscript: Manuscript): string {
  const { body } = manuscript;
  const given = KEYS.filter((key) => key === 'title' || !isNothing(manuscript[key]));
  return formatFields(Object.fromEntries(given.map((key) => [key, manuscript[key]])), body);
}

interface Settling {
  stored: readonly Manuscript[];
  author: string;
  /** The last number that is taken. */
  last: number;
}

/** Gives each its number: its own, that of a draft of the same title, or the next. The first of a number is it. */
export function settleManuscripts(
  drafts: readonly ArticleDraft[],
  { stored, author, last }: Settling,
): { manuscripts: Manuscript[]; files: Map<string, string>; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const found = new Map<string, Manuscript>();
  const files = new Map<string, string>();
  let next = 1 + Math.max(last, ...drafts.map(({ given }) => given.number ?? 0));
  for (const draft of drafts) {
    const { given, locale } = draft;
    const alike = stored.find((one) => one.locale === locale && one.title === (given.title ?? ''));
    const number = given.number ?? alike?.number ?? next++;
    const key = keyOf({ number, locale });
    const other = files.get(key);
    if (other !== undefined)
      problems.push(nameProblem(draft, `number ${number} is already taken by ${other}`));
    else {
      files.set(key, draft.file);
      found.set(key, fillIn(number, locale, draft.body, given, author));
    }
  }
  return { manuscripts: [...found.values()], files, problems };
}

function fillIn(
  number: number,
  locale: Locale,
  body: string,
  given: FrontMatter,
  author: string,
): Manuscript {
  return {
    number,
    locale,
    title: given.title ?? '',
    slug: given.slug ?? null,
    category: given.section === undefined ? null : (given.category ?? null),
    section: given.section ?? null,
    keywords: given.keywords ?? [],
    routes: given.routes ?? [],
    author: given.author ?? author,
    visibility: given.visibility ?? 'public',
    plans: given.plans ?? [],
    roles: given.roles ?? [],
    state: given.state ?? 'draft',
    body,
  };
}

/** Articles that stand for drafts where sections are found by their titles; `isAside` tells them from others. */
export function putAside(manuscripts: readonly Manuscript[]): Article[] {
  return manuscripts.flatMap(({ section, ...rest }) =>
    section === null
      ? []
      : [{ ...rest, section, number: rest.number + ASIDE, slug: '', posted: '', updated: '' }],
  );
}

export function isAside({ number }: { number: number }): boolean {
  return number > ASIDE;
}

interface Writing {
  stored: readonly Manuscript[];
  /** With their sections' numbers, out of `putAside`. */
  aside: readonly StoredArticle[];
  publication: Publication;
}

export type ManuscriptOutcome = 'created' | 'unchanged' | 'conflict';

/** Stores those that are not being written here yet; another draft has no versions, so it is left. Gives what became of each. */
export async function writeManuscripts(
  { sql }: Transaction,
  manuscripts: readonly Manuscript[],
  { stored, aside, publication: { by, at } }: Writing,
): Promise<Map<string, ManuscriptOutcome>> {
  const here = new Map(stored.map((one) => [keyOf(one), one]));
  const sections = new Map(
    aside.map((one) => [keyOf({ ...one, number: one.number - ASIDE }), one.sectionNumber]),
  );
  const outcomes = new Map<string, ManuscriptOutcome>();
  for (const one of manuscripts) {
    const key = keyOf(one);
    const known = here.get(key);
    outcomes.set(key, !known ? 'created' : isSame(known, one) ? 'unchanged' : 'conflict');
    if (known) continue;
    const { category: _, section: __, ...fields } = one;
    const review = one.state === 'review' ? { review_by: by, review_at: at } : {};
    const row = {
      ...fields,
      ...review,
      section_number: sections.get(key) ?? null,
      edited_by: by,
      edited_at: at,
    };
    await sql`insert into article_places (number, position) values (${one.number}, ${one.number}) on conflict do nothing`;
    await sql`insert into article_drafts ${sql(row)}`;
    await sql`
      update article_drafts d set base_version = a.version from articles a
      where a.number = d.number and a.locale = d.locale and d.number = ${one.number} and d.locale = ${one.locale}`;
  }
  return outcomes;
}

/** A file without a category means the section's. */
function isSame(stored: Manuscript, given: Manuscript): boolean {
  const category = given.category ?? stored.category;
  const before = { ...stored, body: trimBody(stored.body) };
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted({ ...given, category }));
}

function sorted(manuscript: Manuscript) {
  return Object.entries(manuscript).sort(([one], [other]) => (one < other ? -1 : 1));
}

function nameProblem({ file, lines }: ArticleDraft, reason: string): FileProblem {
  return { file, line: lines.get('number') ?? 1, reason };
}
