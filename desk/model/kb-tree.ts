import type { Locale } from '@beseda/shared/domain/words';
import type {
  KbArticle,
  KbArticleChange,
  KbCategory,
  KbRule,
  KbSection,
  KbTree,
} from '@beseda/shared/protocol/kb-tree';

/** What `PUT /api/v1/kb/order` takes. */
export interface Order {
  kind: 'category' | 'section' | 'article';
  parent: number | null;
  numbers: number[];
}

interface Placed {
  /** `section:3`; `category:` is the place of sections without a category. */
  key: string;
  level: 1 | 2 | 3;
  title: string;
}
export type CategoryRow = Placed & {
  kind: 'category';
  item: KbCategory | null;
  open: boolean;
  count: number;
};
export type SectionRow = Placed & { kind: 'section'; item: KbSection; open: boolean; count: number };
export type ArticleRow = Placed & { kind: 'article'; item: KbArticle };
export type Row = CategoryRow | SectionRow | ArticleRow;

const OTHER: Readonly<Record<Locale, Locale>> = { ru: 'en', en: 'ru' };

export function titleOf(
  item: { number: number; texts: Partial<Record<Locale, { title: string }>> },
  locale: Locale,
): string {
  return item.texts[locale]?.title || item.texts[OTHER[locale]]?.title || `№ ${item.number}`;
}

export const sectionsOf = (tree: KbTree, category: number | null): KbSection[] =>
  tree.sections.filter((section) => section.category === category);
export const articlesOf = (tree: KbTree, section: number | null): KbArticle[] =>
  tree.articles.filter((article) => article.section === section);

/**
 * The rows to draw, from top to bottom. `closed`: keys of what is folded. With a query, the articles, sections and
 * categories whose title has it, and what they stand in.
 */
export function listRows(
  tree: KbTree,
  { closed, query, locale }: { closed: ReadonlySet<string>; query: string; locale: Locale },
): Row[] {
  const asked = query.trim().toLowerCase();
  const fits = (item: Parameters<typeof titleOf>[0]) =>
    asked === '' || String(item.number) === asked || hasTitle(item, asked);
  const bySection = groupArticles(tree);
  const sectionRows = (section: KbSection, all: boolean): Row[] => {
    const isNamed = all || (asked !== '' && fits(section));
    const own = bySection.get(section.number) ?? [];
    const shown = isNamed ? own : own.filter(fits);
    if (asked !== '' && !isNamed && shown.length === 0) return [];
    const key = keyOf('section', section.number);
    const open = asked !== '' || !closed.has(key);
    const row: SectionRow = {
      key,
      level: 2,
      kind: 'section',
      title: titleOf(section, locale),
      item: section,
      open,
      count: own.length,
    };
    return [row, ...(open ? shown.map((article) => articleRow(article, locale)) : [])];
  };
  const rows = [...tree.categories, null].flatMap((category): Row[] => {
    const sections = sectionsOf(tree, category?.number ?? null);
    if (category === null && sections.length === 0) return [];
    const isNamed = asked !== '' && category !== null && fits(category);
    const inside = sections.flatMap((section) => sectionRows(section, isNamed));
    if (asked !== '' && !isNamed && inside.length === 0) return [];
    const key = keyOf('category', category?.number ?? null);
    const open = asked !== '' || !closed.has(key);
    const title = category ? titleOf(category, locale) : '';
    return [
      { key, level: 1, kind: 'category', title, item: category, open, count: sections.length },
      ...(open ? inside : []),
    ];
  });
  const loose = (bySection.get(null) ?? []).filter(fits).map((article) => articleRow(article, locale));
  return [...rows, ...loose];
}

function groupArticles(tree: KbTree): Map<number | null, KbArticle[]> {
  const groups = new Map<number | null, KbArticle[]>();
  const known = new Set(tree.sections.map(({ number }) => number));
  for (const article of tree.articles) {
    const key = article.section !== null && known.has(article.section) ? article.section : null;
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  }
  return groups;
}

const drawn: Readonly<Record<Locale, WeakMap<KbArticle, ArticleRow>>> = {
  ru: new WeakMap(),
  en: new WeakMap(),
};

/** The same row as long as the article is the same: only what has changed is drawn anew. */
function articleRow(item: KbArticle, locale: Locale): ArticleRow {
  const known = drawn[locale].get(item);
  if (known) return known;
  const key = keyOf('article', item.number);
  const row: ArticleRow = { key, level: 3, kind: 'article', title: titleOf(item, locale), item };
  drawn[locale].set(item, row);
  return row;
}

function hasTitle({ texts }: Parameters<typeof titleOf>[0], asked: string): boolean {
  return Object.values(texts).some(({ title }) => title.toLowerCase().includes(asked));
}

export function keyOf(kind: Order['kind'], number: number | null): string {
  return `${kind}:${number ?? ''}`;
}

/** The order of what stands in this place now. */
export function orderOf(tree: KbTree, kind: Order['kind'], parent: number | null): Order {
  const all =
    kind === 'category'
      ? tree.categories
      : kind === 'section'
        ? sectionsOf(tree, parent)
        : articlesOf(tree, parent);
  return { kind, parent, numbers: all.map(({ number }) => number) };
}

/** The tree as it is once this order is kept. */
export function applyOrder(tree: KbTree, { kind, parent, numbers }: Order): KbTree {
  const sort = <T extends { number: number }>(
    all: readonly T[],
    isHere: (one: T) => boolean,
    move: (one: T) => T,
  ) => {
    const byNumber = new Map(all.map((one) => [one.number, one]));
    const named = numbers.flatMap((number) => byNumber.get(number) ?? []).map(move);
    const taken = new Set(numbers);
    const rest = all.filter(({ number }) => !taken.has(number));
    return [...rest.filter((one) => !isHere(one)), ...named, ...rest.filter(isHere)];
  };
  if (kind === 'category')
    return {
      ...tree,
      categories: sort(
        tree.categories,
        () => true,
        (one) => one,
      ),
    };
  if (kind === 'section') {
    const isHere = ({ category }: KbSection) => category === parent;
    return {
      ...tree,
      sections: sort(tree.sections, isHere, (one) =>
        one.category === parent ? one : { ...one, category: parent },
      ),
    };
  }
  const isHere = ({ section }: KbArticle) => section === parent;
  return {
    ...tree,
    articles: sort(tree.articles, isHere, (one) =>
      one.section === parent ? one : { ...one, section: parent },
    ),
  };
}

/** What takes a move back: the former orders of the places that it changes. */
export function reverseOrder(tree: KbTree, order: Order): Order[] {
  const { kind, parent, numbers } = order;
  const here = orderOf(tree, kind, parent);
  if (kind === 'category') return [here];
  const all: readonly (KbSection | KbArticle)[] = kind === 'section' ? tree.sections : tree.articles;
  const from = new Set(all.filter(({ number }) => numbers.includes(number)).map((one) => parentOf(one)));
  from.delete(parent);
  const elsewhere = [...from].map((place) => orderOf(tree, kind, place));
  // What came from elsewhere goes back first: then only this place's own is left to be put in order.
  return [...elsewhere, here].filter(
    (one) => one.numbers.length > 0 && (kind === 'section' || one.parent !== null),
  );
}

function parentOf(one: KbSection | KbArticle): number | null {
  return 'section' in one ? one.section : one.category;
}

/** One step up or down among its like; an article at the edge of its section goes on into the next. */
export function stepOrder(tree: KbTree, row: Row, by: -1 | 1): Order | null {
  if (row.item === null) return null;
  const { number } = row.item;
  const parent = row.kind === 'category' ? null : parentOf(row.item);
  const { numbers } = orderOf(tree, row.kind, parent);
  const at = numbers.indexOf(number);
  const to = at + by;
  if (to >= 0 && to < numbers.length) {
    return { kind: row.kind, parent, numbers: numbers.with(at, numbers[to] ?? number).with(to, number) };
  }
  if (row.kind !== 'article') return null;
  const places = inReadingOrder(tree);
  const next = places[places.findIndex((section) => section.number === parent) + by];
  if (parent === null || !next) return null;
  const others = orderOf(tree, 'article', next.number).numbers;
  return {
    kind: 'article',
    parent: next.number,
    numbers: by > 0 ? [number, ...others] : [...others, number],
  };
}

function inReadingOrder(tree: KbTree): KbSection[] {
  return [...tree.categories, null].flatMap((category) => sectionsOf(tree, category?.number ?? null));
}

/** What dropping one row on another means; null: nothing. */
export function dropOrder(tree: KbTree, dragged: Row, onto: Row, after: boolean): Order | null {
  if (dragged.item === null || dragged.key === onto.key) return null;
  const { number } = dragged.item;
  const into = (kind: Order['kind'], parent: number | null): Order => {
    const { numbers } = orderOf(tree, kind, parent);
    return { kind, parent, numbers: [...numbers.filter((one) => one !== number), number] };
  };
  if (dragged.kind === 'article' && onto.kind === 'section') return into('article', onto.item.number);
  if (dragged.kind === 'section' && onto.kind === 'category')
    return into('section', onto.item?.number ?? null);
  if (dragged.kind !== onto.kind || onto.item === null) return null;
  const parent = onto.kind === 'category' ? null : parentOf(onto.item);
  if (onto.kind === 'article' && parent === null) return null;
  const numbers = orderOf(tree, onto.kind, parent).numbers.filter((one) => one !== number);
  const at = numbers.indexOf(onto.item.number) + (after ? 1 : 0);
  return { kind: onto.kind, parent, numbers: numbers.toSpliced(at, 0, number) };
}

/** The tree as it is once these changes are kept. */
export function applyChanges(tree: KbTree, changes: readonly KbArticleChange[]): KbTree {
  return changes.reduce((before, { numbers, ...change }) => {
    const chosen = new Set(numbers);
    const [left, moved] = [[], []] as [KbArticle[], KbArticle[]];
    for (const article of before.articles) {
      if (!chosen.has(article.number)) left.push(article);
      else
        (change.section === undefined || change.section === article.section ? left : moved).push({
          ...article,
          ...change,
        });
    }
    return { ...before, articles: [...left, ...moved] };
  }, tree);
}

/** The changes that put back what a change takes: articles that were alike are changed together. */
export function reverseChange(tree: KbTree, { numbers, ...change }: KbArticleChange): KbArticleChange[] {
  const chosen = new Set(numbers);
  const groups = new Map<string, KbArticleChange>();
  for (const article of tree.articles.filter(({ number }) => chosen.has(number))) {
    const former = formerOf(article, change);
    const key = JSON.stringify(former);
    const known = groups.get(key);
    if (known) known.numbers.push(article.number);
    else groups.set(key, { numbers: [article.number], ...former });
  }
  return [...groups.values()];
}

function formerOf(
  article: KbArticle,
  change: Omit<KbArticleChange, 'numbers'>,
): Omit<KbArticleChange, 'numbers'> {
  const { section, owner, checkBy, visibility, plans, roles } = article;
  return {
    ...(change.section !== undefined && section !== null && { section }),
    ...(change.owner !== undefined && { owner }),
    ...(change.checkBy !== undefined && { checkBy }),
    ...(change.visibility !== undefined && { visibility }),
    ...(change.plans !== undefined && { plans }),
    ...(change.roles !== undefined && { roles }),
  };
}

/** Whether a rule lets in less than everybody. */
export function isNarrow({ visibility, plans, roles }: KbRule): boolean {
  return visibility !== 'public' || plans.length > 0 || roles.length > 0;
}
