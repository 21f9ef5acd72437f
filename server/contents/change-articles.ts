import type { KbArticleChange } from '@beseda/shared/protocol/kb-tree';
import type { AdminContext } from '../audit/change-as-admin';
import { type AuditEntry, recordAudit } from '../audit/record-audit';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { changeContents } from './change-contents';
import { requireHeadings, requirePlans } from './heading';
import { requireArticles } from './order-contents';
import { placeArticles } from './place';
import { tellArticles } from './tell-articles';

/**
 * Changes many articles at once, each in all its locales and with its drafts; all changes or none. Texts get no new
 * version by this. Refuses with `forbidden` and `invalid_input`.
 */
export async function changeArticles(
  ctx: AdminContext,
  changes: readonly KbArticleChange[],
): Promise<{ changed: number }> {
  const work = async (tx: Transaction) => {
    const numbers = [...new Set(changes.flatMap((change) => change.numbers))];
    await requireArticles(tx, numbers);
    const entries = await tellArticles(tx, numbers, async () => {
      for (const change of changes) await apply(tx, change);
    });
    await recordAudit(ctx, tx, ...entries);
    const isChanged = ({ before: from, after: to }: AuditEntry) =>
      JSON.stringify(from) !== JSON.stringify(to);
    return { changed: entries.filter(isChanged).length };
  };
  const reachesReaders = changes.some(({ section, visibility, plans, roles }) =>
    [section, visibility, plans, roles].some((given) => given !== undefined),
  );
  return changeContents(ctx, work, { reachesReaders });
}

async function apply(tx: Transaction, change: KbArticleChange): Promise<void> {
  const { sql } = tx;
  const { numbers, section, visibility, plans, roles, owner, checkBy } = change;
  if (section !== undefined) {
    await requireHeadings(tx, 'section', [section], 'section');
    await placeArticles(tx, section, await notIn(tx, section, numbers));
  }
  await requirePlans(tx, plans);
  const rule = {
    ...(visibility !== undefined && { visibility }),
    ...(plans !== undefined && { plans }),
    ...(roles !== undefined && { roles }),
  };
  if (Object.keys(rule).length > 0) {
    await sql`update articles set ${sql(rule)} where number = any(${numbers})`;
    await sql`update article_drafts set ${sql(rule)} where number = any(${numbers})`;
  }
  if (owner) await requireOwner(tx, owner);
  if (owner !== undefined) {
    await sql`update article_places set owner_id = ${owner} where number = any(${numbers})`;
  }
  if (checkBy !== undefined) {
    await sql`update article_places set check_by = ${checkBy} where number = any(${numbers})`;
  }
}

/** Those that stand elsewhere, be it in one locale. */
async function notIn({ sql }: Transaction, section: number, numbers: number[]): Promise<number[]> {
  const rows = await sql<{ number: number }[]>`
    select number from article_places where number = any(${numbers}) and number in (
      select number from articles where section_number <> ${section}
      union select number from article_drafts where section_number is distinct from ${section}
    ) order by position, number`;
  return rows.map(({ number }) => number);
}

async function requireOwner({ sql }: Transaction, id: string): Promise<void> {
  const known = await sql`select from agents where id = ${id} and not disabled for share`;
  if (known.length === 0) throw new Refusal('invalid_input', 'There is no such agent.', { field: 'owner' });
}
