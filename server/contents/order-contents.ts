import type { AdminContext } from '../audit/change-as-admin';
import { type AuditEntry, recordAudit } from '../audit/record-audit';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { changeContents } from './change-contents';
import { loadHeading, requireHeadings } from './heading';
import { placeArticles, placeSections } from './place';
import { describe, nameOf, refuseNamesakes } from './save-heading';
import { tellArticles } from './tell-articles';

/** What stands in a place, in its order: categories, the sections of a category, the articles of a section. */
export interface Order {
  kind: 'category' | 'section' | 'article';
  /** The category or section; null: the sections in no category, or the categories. */
  parent: number | null;
  /** In their order; what is not named follows, and what stood elsewhere is moved here. */
  numbers: number[];
}

type Kind = Order['kind'];
const PLACES = { category: 'category_places', section: 'section_places', article: 'article_places' } as const;

/** Orders what stands in a place. Refuses with `forbidden`, `already_exists`, `invalid_input`. */
export async function orderContents(ctx: AdminContext, order: Order): Promise<void> {
  await changeContents(ctx, async (tx) => {
    const { kind } = order;
    await check(tx, order);
    const before = await listHere(tx, order);
    const arriving = order.numbers.filter((number) => !before.includes(number));
    const moved = await arrive(tx, order, arriving);
    const after = [...order.numbers, ...before.filter((number) => !order.numbers.includes(number))];
    await tx.sql`
      update ${tx.sql(PLACES[kind])} p set position = n.at
      from unnest(${after}::int[]) with ordinality as n (number, at) where p.number = n.number`;
    const names = (numbers: readonly number[]) => numbers.map(String);
    await recordAudit(ctx, tx, {
      ...(await describePlace(tx, order)),
      before: { [FIELDS[kind]]: names(before) },
      after: { [FIELDS[kind]]: names(after) },
    });
    await recordAudit(ctx, tx, ...moved);
  });
}

/** Moves here what stood elsewhere; the history tells of each. */
async function arrive(
  tx: Transaction,
  { kind, parent }: Order,
  numbers: readonly number[],
): Promise<AuditEntry[]> {
  if (kind === 'section') return arriveSections(tx, parent, numbers);
  if (kind === 'category' || parent === null) return [];
  return tellArticles(tx, numbers, () => placeArticles(tx, parent, numbers));
}

const FIELDS = { category: 'categoryOrder', section: 'sectionOrder', article: 'articleOrder' } as const;
const EVERYWHERE = { kind: 'category', id: '0', name: '—' } as const;

async function describePlace(tx: Transaction, { kind, parent }: Order) {
  if (kind === 'category' || parent === null) return EVERYWHERE;
  const above = kind === 'section' ? 'category' : 'section';
  return { kind: above, id: String(parent), name: nameOf(await loadHeading(tx, above, parent)) } as const;
}

async function check(tx: Transaction, { kind, parent, numbers }: Order): Promise<void> {
  if (new Set(numbers).size !== numbers.length) {
    throw new Refusal('invalid_input', 'A number is named twice.', { field: 'numbers' });
  }
  if (kind === 'article') {
    if (parent === null)
      throw new Refusal('invalid_input', 'Articles stand in a section.', { field: 'parent' });
    await requireHeadings(tx, 'section', [parent], 'parent');
    await requireArticles(tx, numbers);
    return;
  }
  await requireHeadings(tx, kind, numbers, 'numbers');
  if (kind === 'section' && parent !== null) await requireHeadings(tx, 'category', [parent], 'parent');
}

/** Refuses with `invalid_input` where one of them is not there. */
export async function requireArticles({ sql }: Transaction, numbers: readonly number[]): Promise<void> {
  const known = await sql`
    select number from articles where number = any(${[...numbers]})
    union select number from article_drafts where number = any(${[...numbers]})`;
  if (known.length === new Set(numbers).size) return;
  throw new Refusal('invalid_input', 'There is no such article.', { field: 'numbers' });
}

/** What stands there now. */
async function listHere({ sql }: Transaction, { kind, parent }: Order): Promise<number[]> {
  const select = {
    category: () => sql<{ number: number }[]>`
      select number from category_places where number in (select number from categories) order by position, number`,
    section: () => sql<{ number: number }[]>`
      select number from section_places where category_number is not distinct from ${parent}
        and number in (select number from sections) order by position, number`,
    article: () => sql<{ number: number }[]>`
      select number from article_places where number in (
        select number from articles where section_number = ${parent}
        union select number from article_drafts d where section_number = ${parent}
      ) order by position, number`,
  } satisfies Record<Kind, () => unknown>;
  return (await select[kind]()).map(({ number }) => number);
}

async function arriveSections(
  tx: Transaction,
  category: number | null,
  numbers: readonly number[],
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const number of numbers) {
    const section = await loadHeading(tx, 'section', number);
    await refuseNamesakes(tx, 'section', { ...section, category });
    const before = describe(section);
    const after = describe({ ...section, category });
    entries.push({ kind: 'section', id: String(number), name: nameOf(section), before, after });
  }
  await placeSections(tx, category, numbers);
  return entries;
}
