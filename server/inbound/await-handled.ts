import { setTimeout as delay } from 'node:timers/promises';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';

const LONGEST_MS = 5_000;
const LOOK_MS = 50;

/**
 * Waits until mail that was taken in before now has had its first attempt, five seconds at most: all of it that may bear
 * this Message-ID, or the one with this id.
 */
export async function awaitHandled(
  { database }: Pick<Services, 'database'>,
  about: { messageId: string } | { id: string },
): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  let last: string | null = null;
  do {
    const waiting = await database.inTransaction(SYSTEM, ({ sql }) => {
      const which =
        'id' in about
          ? sql`id = ${about.id}`
          : sql`attempts <= 1 and (message_id is null or message_id = ${about.messageId})`;
      return sql<{ last: string | null }[]>`
        select max(id::text) as last from inbound_mails
        where state = 'received' and ${which} and ${last === null ? sql`true` : sql`id <= ${last}::uuid`}`;
    });
    last = waiting[0]?.last ?? null;
    if (last === null) return;
    await delay(LOOK_MS);
  } while (performance.now() < until);
}
