import type { Priority, TicketStatus } from '@beseda/shared/domain/words';
import type { QueueRow } from '@beseda/shared/protocol/http';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import { recordRulings } from '../clocks/record-rulings';
import type { ServiceLevels } from '../clocks/service-levels';
import { turnClocks } from '../clocks/turn-clocks';
import { writeClocks } from '../clocks/write-clocks';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { loadRows, toQueueRow } from '../conversations/load-rows';
import { type LockedConversation, lockConversation } from '../conversations/lock-conversation';
import { type ChangeDraft, recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { findAgent } from './find-agent';

/**
 * Changes what an agent may change of a ticket; each real change is an event, in the order status, type, priority,
 * assignee. Refuses with not_found, conversation_closed, invalid_input (unknown assignee).
 */
export async function updateTicket(ctx: Context, number: number, patch: TicketPatch): Promise<QueueRow> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const levels = await ctx.serviceLevels.get();
  const { row, recorded } = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, number);
    const drafts = await draftsOf(ctx, tx, locked, patch);
    const before = locked.clocks;
    const recorded: StoredEvent[] = [];
    for (const draft of drafts) recorded.push(...(await change(tx, locked, draft, levels)));
    if (recorded.length > 0) await store(ctx, tx, locked, patch);
    await writeClocks(tx, locked, before);
    const [row] = await loadRows(tx, tx.sql`where c.id = ${locked.id}`);
    if (!row) throw notFound();
    return { row: toQueueRow(row), recorded };
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
  return row;
}

async function lockTicket(tx: Transaction, number: number): Promise<LockedConversation> {
  const [ticket] = await tx.sql<{ id: string }[]>`
    select conversation_id as id from tickets where number = ${number}`;
  const locked = ticket && (await lockConversation(tx, ticket.id));
  if (!locked) throw notFound();
  return locked;
}

/** Records one change, takes it into `locked`, and lets the clocks follow. */
async function change(
  tx: Transaction,
  locked: LockedConversation,
  draft: ChangeDraft,
  levels: ServiceLevels,
): Promise<StoredEvent[]> {
  if (draft.kind === 'priority') {
    const event = await recordChange(tx, locked, draft);
    locked.priority = draft.to as Priority;
    const { author, at } = draft;
    return [event, ...(await recordRulings(tx, locked, levels, { reason: 'priority', author, at }))];
  }
  if (draft.kind !== 'status') return [await recordChange(tx, locked, draft)];
  locked.status = draft.to as TicketStatus;
  if (locked.status === 'solved' || locked.status === 'closed') locked.waitingSince = null;
  const { clocks, promise, told } = turnClocks(locked, levels, { kind: 'moved' }, draft.at);
  Object.assign(locked, { clocks, promise });
  return [await recordChange(tx, locked, { ...draft, ...(told ? { promise } : {}) })];
}

async function draftsOf(
  ctx: Context,
  tx: Transaction,
  locked: LockedConversation,
  patch: TicketPatch,
): Promise<ChangeDraft[]> {
  if (locked.status === 'closed' && patch.status !== 'open') {
    throw new Refusal('conversation_closed', 'A closed ticket changes only when it is opened again.');
  }
  const base = { author: authorOf(ctx.actor), at: nowIso(ctx) };
  const drafts: ChangeDraft[] = [];
  if (patch.status !== undefined && patch.status !== locked.status) {
    drafts.push({ ...base, kind: 'status', from: locked.status, to: patch.status });
  }
  if (patch.type !== undefined && patch.type !== locked.type) {
    drafts.push({ ...base, kind: 'type', from: locked.type, to: patch.type });
  }
  if (patch.priority !== undefined && patch.priority !== locked.priority) {
    drafts.push({ ...base, kind: 'priority', from: locked.priority, to: patch.priority });
  }
  if (patch.assignee !== undefined && patch.assignee !== locked.assigneeId) {
    const from = locked.assigneeId === null ? null : await findAgent(tx, locked.assigneeId);
    drafts.push({ ...base, kind: 'assignee', from, to: await findAssignee(tx, patch.assignee) });
  }
  return drafts;
}

async function findAssignee(
  tx: Transaction,
  id: string | null,
): Promise<{ id: string; name: string } | null> {
  if (id === null) return null;
  const agent = await findAgent(tx, id);
  if (!agent) throw new Refusal('invalid_input', 'There is no such agent.', { field: 'assignee' });
  return agent;
}

async function store(
  ctx: Context,
  { sql }: Transaction,
  locked: LockedConversation,
  patch: TicketPatch,
): Promise<void> {
  const given = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value);
  await sql`
    update tickets set status = ${locked.status}, type = ${given(patch.type, locked.type)},
      priority = ${locked.priority}, assignee_id = ${given(patch.assignee, locked.assigneeId)},
      waiting_since = ${locked.waitingSince}, updated_at = ${nowIso(ctx)}
    where conversation_id = ${locked.id}`;
}
