import { refuseInUse } from '../audit/in-use';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { lockContent } from '../files/lock-content';
import { isContentUsed } from '../files/remove-detached';
import { usesOf } from './list-article-files';

/** Removes a file that stands in no text. Refuses with `not_found`, `in_use`. */
export async function removeArticleFile(ctx: Context, id: string): Promise<void> {
  await ctx.database.inTransaction(SYSTEM, async (tx) => {
    const [file] = await tx.sql<{ sha256: string }[]>`
      select sha256 from article_files where id = ${id} for update`;
    if (!file) throw notFound();
    const [used] = await tx.sql<{ uses: number }[]>`
      with used as (${usesOf(tx)}) select uses::int from used where id = ${id}`;
    refuseInUse('This file', { texts: used?.uses ?? 0 });
    await lockContent(tx, file.sha256);
    await tx.sql`delete from article_files where id = ${id}`;
    if (!(await isContentUsed(tx, file.sha256))) await ctx.files.remove(file.sha256);
  });
}
