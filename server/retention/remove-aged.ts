import { type Context, contextFor, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import { SYSTEM } from '../db/actor';
import { toIso } from '../db/instants';
import { removeMails } from '../inbound/remove-mails';
import { foldSearches } from '../searches/fold-searches';
import { finishRemoval, removeTicket } from '../tickets/delete-ticket';
import { AGED_ROWS, isRowKey, quietTickets, type RetentionKey } from './retention-rules';
import { loadState, noteState } from './retention-state';

const ROWS_AT_ONCE = 1_000;
const TICKETS_AT_ONCE = 100;
/** Of one night; the rest waits for the next. */
const MOST_ROWS = 200_000;
const MOST_TICKETS = 20_000;

/** Removes what is older than `before`, in small transactions of their own. Gives how many went. */
export async function removeAged(services: Services, key: RetentionKey, before: string): Promise<number> {
  if (isRowKey(key)) return removeRows(services, key, before);
  return key === 'retention.solved_days' ? removeTickets(services, before) : removeContext(services, before);
}

async function removeRows(services: Services, key: keyof typeof AGED_ROWS, before: string): Promise<number> {
  const { database } = services;
  const { table, old } = AGED_ROWS[key];
  const removeSome = async () => {
    if (key === 'retention.searches_days') return foldSearches(database, before, ROWS_AT_ONCE);
    if (key === 'retention.inbound_days') return removeMails(services, before, ROWS_AT_ONCE);
    const { count } = await database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        delete from ${sql(table)} where ctid = any(array(
          select ctid from ${sql(table)} where ${old(sql, before)} limit ${ROWS_AT_ONCE})) and ${old(sql, before)}`,
    );
    return count;
  };
  let removed = 0;
  while (removed < MOST_ROWS) {
    const count = await removeSome();
    removed += count;
    if (count < ROWS_AT_ONCE) break;
  }
  return removed;
}

interface Quiet {
  id: string;
  number: number;
  updatedAt: string;
}

/** Quiet finished tickets, the quietest first, page by page. */
async function findQuiet({ database }: Services, before: string, after: Quiet | null): Promise<Quiet[]> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Quiet[]>`
      select t.conversation_id as id, t.number::int, t.updated_at as "updatedAt" from tickets t
      where ${quietTickets(sql, before)}
        and ${after === null ? sql`true` : sql`(t.updated_at, t.number) > (${after.updatedAt}, ${after.number})`}
      order by t.updated_at, t.number limit ${TICKETS_AT_ONCE}`,
  );
  return rows.map((row) => ({ ...row, updatedAt: toIso(row.updatedAt) }));
}

/** Each by itself: one that somebody works on at the moment stays for the next night. */
async function removeTickets(services: Services, before: string): Promise<number> {
  const ctx = contextFor(services, SYSTEM);
  let removed = 0;
  let last: Quiet | null = null;
  while (removed < MOST_TICKETS) {
    const found = await findQuiet(services, before, last);
    for (const { id } of found) if (await removeQuiet(ctx, id, before)) removed += 1;
    last = found.at(-1) ?? null;
    if (found.length < TICKETS_AT_ONCE) break;
  }
  return removed;
}

async function removeQuiet(ctx: Context, id: string, before: string): Promise<boolean> {
  const removed = await ctx.inTransaction(async (tx) => {
    const locked = await lockConversation(tx, id, { wait: false });
    const still = await tx.sql`
      select from tickets t where t.conversation_id = ${id} and ${quietTickets(tx.sql, before)}`;
    return locked && still.length > 0 ? removeTicket(ctx, tx, locked) : null;
  });
  if (removed) await finishRemoval(ctx, removed);
  return removed !== null;
}

/** What stands beside quiet tickets. How far it came is noted: the next night does not look at them again. */
async function removeContext(services: Services, before: string): Promise<number> {
  const { database } = services;
  const until = await database.inTransaction(
    SYSTEM,
    async (tx) => (await loadState(tx))?.contextUntil ?? null,
  );
  let last: Quiet | null = until === null ? null : { id: '', number: 0, updatedAt: until };
  let removed = 0;
  for (let seen = 0; seen < MOST_ROWS; seen += TICKETS_AT_ONCE) {
    const found: Quiet[] = await findQuiet(services, before, last);
    const ids = found.map(({ id }) => id);
    last = found.at(-1) ?? last;
    const upTo = found.length < TICKETS_AT_ONCE ? before : (last?.updatedAt ?? before);
    removed += await database.inTransaction(SYSTEM, async (tx) => {
      const { count } = await tx.sql`
        update conversations c set page = null, evidence = null from tickets t
        where c.id = any(${ids}::uuid[]) and t.conversation_id = c.id and ${quietTickets(tx.sql, before)}
          and (c.page is not null or c.evidence is not null)`;
      await noteState(tx, { contextUntil: upTo });
      return count;
    });
    if (found.length < TICKETS_AT_ONCE) break;
  }
  return removed;
}
