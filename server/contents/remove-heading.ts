import { LOCALES } from '@beseda/shared/domain/words';
import { addRedirects } from '../articles/add-redirects';
import type { AdminContext } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { changeContents } from './change-contents';
import { type Heading, type HeadingKind, loadHeading, requireHeadings, TABLES } from './heading';
import { placeArticles, placeSections } from './place';
import { describe, nameOf } from './save-heading';

/**
 * Removes a category or section; what stands in it goes to `to`, and so does its address. Sections may be left in no
 * category, articles not in no section: refuses with `in_use`. Also `forbidden`, `not_found`, `invalid_input`.
 */
export async function removeHeading(
  ctx: AdminContext,
  kind: HeadingKind,
  { number, to }: { number: number; to?: number },
): Promise<void> {
  await changeContents(ctx, async (tx) => {
    const before = await loadHeading(tx, kind, number);
    if (to !== undefined) await requireTarget(tx, kind, { number, to });
    const held = await listHeld(tx, kind, number);
    if (kind === 'category') await placeSections(tx, to ?? null, held);
    else if (to !== undefined) await placeArticles(tx, to, held);
    else refuseInUse('The section', { articles: held.length });
    await tx.sql`delete from ${tx.sql(TABLES[kind].texts)} where number = ${number}`;
    await leadOn(tx, kind, { before, to });
    await recordAudit(ctx, tx, { kind, id: String(number), name: nameOf(before), before: describe(before) });
  });
}

async function requireTarget(
  tx: Transaction,
  kind: HeadingKind,
  { number, to }: { number: number; to: number },
): Promise<void> {
  if (to === number) throw new Refusal('invalid_input', 'It cannot go into itself.', { field: 'to' });
  await requireHeadings(tx, kind, [to], 'to');
}

/** Numbers of what stands in it, in its order. */
async function listHeld({ sql }: Transaction, kind: HeadingKind, number: number): Promise<number[]> {
  const rows =
    kind === 'category'
      ? await sql<{ number: number }[]>`
          select number from section_places where category_number = ${number} order by position, number`
      : await sql<{ number: number }[]>`
          select number from article_places where number in (
            select number from articles where section_number = ${number}
            union select number from article_drafts where section_number = ${number}
          ) order by position, number`;
  return rows.map((row) => row.number);
}

async function leadOn(
  tx: Transaction,
  kind: HeadingKind,
  { before, to }: { before: Heading; to: number | undefined },
): Promise<void> {
  const target =
    to !== undefined
      ? { kind, number: to }
      : before.category !== null
        ? { kind: 'category' as const, number: before.category }
        : null;
  if (!target) return;
  await addRedirects(
    tx,
    LOCALES.map((locale) => ({ path: `/help/${locale}/${kind}/${before.number}`, ...target, locale })),
  );
}
