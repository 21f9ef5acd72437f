import { lockNumbers } from '../articles/take-article-number';
import { contextFor, nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { ManuscriptKey } from './manuscript-key';
import { publishDue } from './publish-draft';

const AT_ONCE = 20;

/**
 * Publishes the drafts whose time has come, each in a transaction of its own. Safe on several nodes: a row that another one
 * works on is left to it, and one that is published is no draft any more. Gives how many went out or were kept back.
 */
export async function sweepScheduled(services: Services): Promise<number> {
  const ctx = contextFor(services, SYSTEM);
  let done = 0;
  while (done < AT_ONCE) {
    const found = await ctx.inTransaction(async (tx) => {
      if (!(await isAnyDue(tx))) return false;
      // In the order in which publishing by hand takes its locks.
      await lockNumbers(tx);
      const [key] = await tx.sql<ManuscriptKey[]>`
        select number, locale from article_drafts where publish_at <= ${nowIso(services)}
        order by publish_at limit 1 for update skip locked`;
      if (key) await publishDue(ctx, tx, key);
      return key !== undefined;
    });
    if (!found) break;
    done += 1;
  }
  return done;

  async function isAnyDue({ sql }: Parameters<Parameters<typeof ctx.inTransaction>[0]>[0]): Promise<boolean> {
    const [row] = await sql`select 1 from article_drafts where publish_at <= ${nowIso(services)} limit 1`;
    return row !== undefined;
  }
}
