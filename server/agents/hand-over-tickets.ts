import { nowIso, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';

const AT_ONCE = 100;
const FINISHED = ['solved', 'closed'];

interface Handover {
  from: { id: string; name: string };
  /** Null: back to the queue, where routing finds them. */
  to: { id: string; name: string } | null;
  author: StoredEvent['author'];
}

/** Gives unfinished tickets of one agent to another or to nobody, each in a transaction of its own. Gives how many. */
export async function handOverTickets(
  services: Pick<Services, 'database' | 'bus' | 'now'>,
  handover: Handover,
): Promise<number> {
  let done = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const held = await findHeld(services, handover.from.id, after);
    for (const id of held) {
      const event = await handOver(services, id, handover);
      if (!event) continue;
      done += 1;
      services.bus.recorded([event]);
    }
    const last = held.at(-1);
    if (last === undefined || held.length < AT_ONCE) return done;
    after = last;
  }
}

async function findHeld(
  { database }: Pick<Services, 'database'>,
  agentId: string,
  after: string,
): Promise<string[]> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select conversation_id as id from tickets
      where assignee_id = ${agentId} and status in ('open', 'on_hold', 'pending') and conversation_id > ${after}
      order by conversation_id limit ${AT_ONCE}`,
  );
  return rows.map(({ id }) => id);
}

function handOver(
  services: Pick<Services, 'database' | 'now'>,
  conversationId: string,
  { from, to, author }: Handover,
): Promise<StoredEvent | null> {
  return services.database.inTransaction(SYSTEM, async (tx) => {
    const locked = await lockConversation(tx, conversationId);
    if (!locked || locked.assigneeId !== from.id || FINISHED.includes(locked.status)) return null;
    const at = nowIso(services);
    const event = await recordChange(tx, locked, {
      kind: 'assignee',
      author,
      from,
      to,
      ...(author.kind === 'system' ? { why: 'absence' as const } : {}),
      at,
    });
    await tx.sql`
      update tickets set assignee_id = ${to?.id ?? null}, updated_at = ${at} where conversation_id = ${locked.id}`;
    return event;
  });
}
