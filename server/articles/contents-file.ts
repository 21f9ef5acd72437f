import { isDeepStrictEqual } from 'node:util';
import { LOCALES, type Locale, READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse, stringify } from 'yaml';
import { PLAN_KEY } from '../plans/plan-fields';
import type { FileProblem } from './article-file';
import type { Keepers } from './article-keepers';
import { type Category, keyOf, type Library, type Section } from './load-articles';

/** Beside the articles of an export: what their files cannot say of sections and categories, and the order of all. */
export const CONTENTS_FILE = 'contents.yaml';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ maxLength: 300 });
const ByLocale = Type.Object({ ru: Type.Optional(Text), en: Type.Optional(Text) }, closed);
const heading = {
  title: ByLocale,
  lead: Type.Optional(ByLocale),
  visibility: Type.Optional(Type.Enum([...VISIBILITIES])),
  plans: Type.Optional(Type.Array(Type.String({ pattern: PLAN_KEY }))),
  roles: Type.Optional(Type.Array(Type.Enum([...READER_ROLES]))),
};
/** A number alone, or with who keeps it. */
const ArticleEntry = Type.Union([
  Type.Integer(),
  Type.Object(
    {
      number: Type.Integer(),
      owner: Type.Optional(Text),
      checkBy: Type.Optional(Type.String({ format: 'date' })),
    },
    closed,
  ),
]);
const SectionEntry = Type.Object(
  {
    ...heading,
    routes: Type.Optional(Type.Array(Text)),
    articles: Type.Optional(Type.Array(ArticleEntry)),
  },
  closed,
);
const Entry = Type.Object(
  { ...heading, title: Type.Optional(ByLocale), sections: Type.Optional(Type.Array(SectionEntry)) },
  closed,
);
const Contents = Type.Array(Entry);
const checked = Compile(Contents);

/** Categories in their order with their sections; an entry without a title is what stands in none. */
export type ContentsFile = Static<typeof Contents>;
type Heading = Pick<Static<typeof SectionEntry>, 'lead' | 'visibility' | 'plans' | 'roles'>;
type Title = Static<typeof ByLocale>;

export function parseContents(text: string): { contents: ContentsFile } | { problem: FileProblem } {
  const problem = (reason: string) => ({ problem: { file: CONTENTS_FILE, line: 1, reason } });
  try {
    const given: unknown = parse(text);
    if (checked.Check(given)) return { contents: given };
    const [error] = checked.Errors(given);
    return problem(`${error?.instancePath || 'the file'} ${error?.message ?? 'is not understood'}`);
  } catch (error) {
    return problem(`bad YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
  }
}

export function formatContents(library: Library, keepers: Keepers = new Map()): string {
  const order = [...new Set([...library.categories].sort(inOrder).map(({ number }) => number)), null];
  const entries = order.flatMap((number): ContentsFile => {
    const rows = library.categories.filter((category) => category.number === number);
    const sections = formatSections(library, number, keepers);
    if (number === null && sections.length === 0) return [];
    return [{ ...(rows.length > 0 && formatHeading(rows)), ...(sections.length > 0 && { sections }) }];
  });
  return stringify(entries, { lineWidth: 0 });
}

function formatSections(
  { sections, articles }: Library,
  category: number | null,
  keepers: Keepers,
): Static<typeof SectionEntry>[] {
  const own = sections.filter((section) => section.categoryNumber === category).sort(inOrder);
  return [...new Set(own.map(({ number }) => number))].map((number) => {
    const rows = own.filter((section) => section.number === number);
    const routes = rows[0]?.routes ?? [];
    const held = articles.filter(({ sectionNumber }) => sectionNumber === number).sort(inOrder);
    return {
      ...formatHeading(rows),
      ...(routes.length > 0 && { routes }),
      ...(held.length > 0 && {
        articles: [...new Set(held.map((article) => article.number))].map((one) => formatEntry(one, keepers)),
      }),
    };
  });
}

function formatEntry(number: number, keepers: Keepers): Static<typeof ArticleEntry> {
  const { owner = null, checkBy = null } = keepers.get(number) ?? {};
  if (owner === null && checkBy === null) return number;
  return { number, ...(owner !== null && { owner }), ...(checkBy !== null && { checkBy }) };
}

/** Who keeps which article, as the file says. */
export function readKeepers(contents: ContentsFile): Keepers {
  const entries = contents.flatMap(({ sections = [] }) => sections.flatMap(({ articles = [] }) => articles));
  return new Map(
    entries.flatMap((entry) => {
      if (typeof entry === 'number') return [];
      const { number, owner = null, checkBy = null } = entry;
      return [[number, { owner, checkBy }] as const];
    }),
  );
}

/** Without what goes without saying. */
function formatHeading(rows: readonly Category[]): Heading & { title: Title } {
  const byLocale = (of: 'title' | 'lead'): Title =>
    Object.fromEntries(
      LOCALES.flatMap((locale) => {
        const text = rows.find((row) => row.locale === locale)?.[of];
        return text ? [[locale, text]] : [];
      }),
    );
  const [lead, one] = [byLocale('lead'), rows[0]];
  return {
    title: byLocale('title'),
    ...(Object.keys(lead).length > 0 && { lead }),
    ...(one && one.visibility !== 'public' && { visibility: one.visibility }),
    ...(one && one.plans.length > 0 && { plans: one.plans }),
    ...(one && one.roles.length > 0 && { roles: one.roles }),
  };
}

/** The library as the file wants it: by titles, and only what articles stand in. */
export function applyContents(library: Library, contents: ContentsFile): Library {
  const categories = new Map<number, Wanted>();
  const sections = new Map<number, Wanted>();
  const places = { section: new Map<number, number>(), article: new Map<number, number>() };
  for (const entry of contents) {
    const category = entry.title ? findTitle(library.categories, entry.title) : null;
    if (category === undefined) continue;
    if (category !== null) categories.set(category, entry);
    const here = library.sections.filter(({ categoryNumber }) => categoryNumber === category);
    const found = (entry.sections ?? []).flatMap((given) => {
      const number = findTitle(here, given.title);
      return number === undefined ? [] : [{ number, given }];
    });
    for (const { number, given } of found) {
      sections.set(number, given);
      const held = library.articles.filter((article) => article.sectionNumber === number);
      const order = (given.articles ?? []).map((one) => (typeof one === 'number' ? one : one.number));
      for (const [article, at] of place(held, order)) places.article.set(article, at);
    }
    const order = found.map(({ number }) => number);
    for (const [section, at] of place(here, order)) places.section.set(section, at);
  }
  const order = place(library.categories, [...categories.keys()]);
  return {
    categories: library.categories.map((row) => settle(row, categories.get(row.number), order)),
    sections: library.sections.map((row): Section => {
      const wanted = sections.get(row.number);
      return { ...settle(row, wanted, places.section), routes: wanted ? (wanted.routes ?? []) : row.routes };
    }),
    articles: library.articles.map((one) => ({
      ...one,
      position: places.article.get(one.number) ?? one.position,
    })),
  };
}

function findTitle(rows: readonly Category[], title: Title): number | undefined {
  return rows.find((row) => title[row.locale] === row.title)?.number;
}

type Wanted = Heading & { routes?: string[] };

function settle<T extends Category>(row: T, wanted: Wanted | undefined, at: ReadonlyMap<number, number>): T {
  if (!wanted) return row;
  const { lead, visibility = 'public', plans = [], roles = [] } = wanted;
  const position = at.get(row.number) ?? row.position;
  return { ...row, lead: lead?.[row.locale] ?? '', position, visibility, plans, roles };
}

/** New places for these numbers, where they do not stand in this order already. */
function place(
  rows: readonly { number: number; position: number }[],
  wanted: readonly number[],
): ReadonlyMap<number, number> {
  const current = [...new Set([...rows].sort(inOrder).map(({ number }) => number))];
  const here = current.filter((number) => wanted.includes(number));
  const asked = wanted.filter((number) => here.includes(number));
  if (here.every((number, at) => number === asked[at])) return new Map();
  const rest = current.filter((number) => !asked.includes(number));
  return new Map([...asked, ...rest].map((number, at) => [number, at + 1]));
}

function inOrder(a: { number: number; position: number }, b: { number: number; position: number }): number {
  return a.position - b.position || a.number - b.number;
}

/** Whether nothing but texts differs. */
export function isSameTree(one: Library, other: Library): boolean {
  const shape = ({ categories, sections, articles }: Library) => [
    sortByKey(categories),
    sortByKey(sections),
    sortByKey(articles).map(({ number, locale, position }) => ({ number, locale, position })),
  ];
  return isDeepStrictEqual(shape(one), shape(other));
}

function sortByKey<T extends { number: number; locale: Locale }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
