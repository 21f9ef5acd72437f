import type { Services } from '../context/context';
import { loadEvents } from '../conversations/load-events';
import { SYSTEM } from '../db/actor';

const STALE_MS = 3_000;

/** Publishes what a node committed and did not live to publish. Saying it twice is harmless: `seq` tells. */
export async function sweepUnpublished(services: Services): Promise<number> {
  const before = new Date(services.now() - STALE_MS).toISOString();
  const events = await services.database.inTransaction(SYSTEM, async (tx) => {
    const left = await tx.sql<{ id: string; publishedSeq: number; lastSeq: number }[]>`
      select id, published_seq as "publishedSeq", last_seq as "lastSeq" from conversations
      where published_seq < last_seq and updated_at < ${before} order by updated_at limit 100`;
    const found = [];
    for (const { id, publishedSeq, lastSeq } of left) {
      const range = {
        conversationId: id,
        after: publishedSeq,
        upTo: lastSeq,
        limit: 500,
        take: 'first',
      } as const;
      found.push(...(await loadEvents(tx, range)));
    }
    return found;
  });
  if (events.length > 0) services.bus.recorded(events);
  return events.length;
}
