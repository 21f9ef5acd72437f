import { makeSlug } from '@beseda/shared/domain/make-slug';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { KbRule } from '@beseda/shared/protocol/kb-tree';
import type { AdminContext } from '../audit/change-as-admin';
import { readLine } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { changeContents } from './change-contents';
import {
  type Heading,
  type HeadingKind,
  loadHeading,
  requireHeadings,
  requirePlans,
  TABLES,
} from './heading';

/** What is given of a category or section; what is left out stays. Leads may be empty, titles may not. */
export interface HeadingPatch extends Partial<KbRule> {
  titles?: Partial<Record<Locale, string>>;
  leads?: Partial<Record<Locale, string>>;
  category?: number | null;
  routes?: string[];
}

const TITLE_LENGTH = 100;
const LEAD_LENGTH = 300;

/** Makes a category or section, after the others. Refuses with `forbidden`, `already_exists`, `invalid_input`. */
export async function createHeading(
  ctx: AdminContext,
  kind: HeadingKind,
  input: HeadingPatch,
): Promise<{ number: number }> {
  return changeContents(ctx, async (tx) => {
    const number = await takeNumber(tx, kind);
    const nothing: Heading = { number, titles: {}, leads: {}, category: null, routes: [], ...OPEN };
    const heading = await readHeading(tx, kind, nothing, input);
    if (LOCALES.some((locale) => heading.titles[locale] === undefined)) {
      throw new Refusal('invalid_input', 'A title is needed in every language.', { field: 'titles' });
    }
    await writeHeading(tx, kind, heading);
    await recordAudit(ctx, tx, { kind, id: String(number), name: nameOf(heading), after: describe(heading) });
    return { number };
  });
}

const OPEN = { visibility: 'public', plans: [], roles: [] } as const satisfies KbRule;

/** Changes one. Refuses with `forbidden`, `not_found`, `already_exists`, `invalid_input`. */
export async function updateHeading(
  ctx: AdminContext,
  kind: HeadingKind,
  number: number,
  patch: HeadingPatch,
): Promise<{ number: number }> {
  return changeContents(ctx, async (tx) => {
    const before = await loadHeading(tx, kind, number);
    const after = await readHeading(tx, kind, before, patch);
    await writeHeading(tx, kind, after);
    const entry = { kind, id: String(number), name: nameOf(after) };
    await recordAudit(ctx, tx, { ...entry, before: describe(before), after: describe(after) });
    return { number };
  });
}

/** For the history, by its Russian title. */
export function nameOf({ titles }: Pick<Heading, 'titles'>): string {
  return titles.ru ?? titles.en ?? '';
}

export function describe({ titles, leads, category, routes, visibility, plans, roles }: Heading) {
  return {
    titleRu: titles.ru ?? '',
    titleEn: titles.en ?? '',
    leadRu: leads.ru ?? '',
    leadEn: leads.en ?? '',
    category: category === null ? '' : String(category),
    routes,
    visibility,
    plans,
    roles,
  };
}

/** A place that was once taken stays taken: old addresses would lead to something else. */
async function takeNumber({ sql }: Transaction, kind: HeadingKind): Promise<number> {
  const places = sql(TABLES[kind].places);
  const [row] = await sql<{ number: number }[]>`
    insert into ${places} (number, position)
    select 1 + coalesce(max(number), 0), 1 + coalesce(max(position), 0) from ${places} returning number`;
  if (!row) throw new Error('An insert returns its row.');
  return row.number;
}

async function readHeading(
  tx: Transaction,
  kind: HeadingKind,
  before: Heading,
  patch: HeadingPatch,
): Promise<Heading> {
  const titles = { ...before.titles };
  const leads = { ...before.leads };
  for (const locale of LOCALES) {
    const [title, lead] = [patch.titles?.[locale], patch.leads?.[locale]];
    if (title !== undefined) titles[locale] = readLine(title, `titles.${locale}`, TITLE_LENGTH);
    if (lead !== undefined) {
      leads[locale] = lead.trim() === '' ? '' : readLine(lead, `leads.${locale}`, LEAD_LENGTH);
    }
  }
  await requirePlans(tx, patch.plans);
  const category = patch.category === undefined ? before.category : patch.category;
  if (category !== null && category !== before.category) {
    await requireHeadings(tx, 'category', [category], 'category');
  }
  const { visibility, plans, roles, routes } = { ...before, ...patch };
  const after = { number: before.number, titles, leads, category, visibility, plans, roles, routes };
  await refuseNamesakes(tx, kind, after);
  return after;
}

/** A title names one category, and one section of a category: files know them by nothing else. */
export async function refuseNamesakes(
  { sql }: Transaction,
  kind: HeadingKind,
  heading: Heading,
): Promise<void> {
  const { number, titles, category } = heading;
  const beside = kind === 'section' ? sql`p.category_number is not distinct from ${category}` : sql`true`;
  const rows = await sql<{ locale: Locale; title: string }[]>`
    select t.locale, t.title from ${sql(TABLES[kind].texts)} t join ${sql(TABLES[kind].places)} p using (number)
    where t.number <> ${number} and ${beside}`;
  const taken = rows.find(({ locale, title }) => titles[locale] === title);
  if (!taken) return;
  throw new Refusal('already_exists', `There is a ${kind} with this title.`, {
    field: `titles.${taken.locale}`,
  });
}

async function writeHeading({ sql }: Transaction, kind: HeadingKind, heading: Heading): Promise<void> {
  const { number, titles, leads, category, routes, visibility, plans, roles } = heading;
  const texts = LOCALES.flatMap((locale) => {
    const title = titles[locale];
    return title === undefined
      ? []
      : [{ number, locale, title, lead: leads[locale] ?? '', slug: makeSlug(title) || kind }];
  });
  await sql`
    insert into ${sql(TABLES[kind].texts)} ${sql(texts)}
    on conflict (number, locale) do update set title = excluded.title, lead = excluded.lead,
      slug = case when ${sql(TABLES[kind].texts)}.title = excluded.title then ${sql(TABLES[kind].texts)}.slug
        else excluded.slug end`;
  const rule = { visibility, plans, roles };
  const place = kind === 'section' ? { ...rule, category_number: category, routes } : rule;
  await sql`update ${sql(TABLES[kind].places)} set ${sql(place)} where number = ${number}`;
}
