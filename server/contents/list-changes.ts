import type { AuditRow } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { selectAudit } from '../audit/list-audit';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { requireWriter } from '../manuscripts/may-publish';

/** What was done to an article without a new version of it: section, readers, owner and date. Refuses with `not_found`. */
export async function listChanges(
  ctx: Pick<Context, 'actor' | 'inTransaction'>,
  { number, ...page }: { number: number; cursor?: string; limit: number },
): Promise<Page<AuditRow>> {
  requireWriter(ctx.actor);
  return ctx.inTransaction(async (tx) => {
    const [known] = await tx.sql`select 1 from article_places where number = ${number}`;
    if (!known) throw notFound();
    return selectAudit(tx, { kind: 'article', id: String(number), ...page });
  });
}
