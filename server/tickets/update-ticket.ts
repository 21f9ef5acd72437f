import type { Priority } from '@beseda/shared/domain/words';
import type { QueueRow } from '@beseda/shared/protocol/http';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import { recordRulings } from '../clocks/record-rulings';
import type { ServiceLevels } from '../clocks/service-levels';
import { writeClocks } from '../clocks/write-clocks';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { loadRows, toQueueRow } from '../conversations/load-rows';
import type { LockedConversation } from '../conversations/lock-conversation';
import { type ChangeDraft, recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { queueAnswerMail } from '../mail/queue-answer-mail';
import { queueNotice } from '../mail/queue-notice';
import { findAgent } from './find-agent';
import { lockTicket } from './lock-ticket';
import { type Move, moveStatus } from './move-status';
import { reckonAcceptance } from './reckon-acceptance';

/**
 * Changes what an agent may change of a ticket; each real change is an event, in the order status, type, priority,
 * assignee. Refuses with not_found, conversation_closed, ticket_merged, invalid_input (unknown assignee).
 */
export async function updateTicket(ctx: Context, number: number, patch: TicketPatch): Promise<QueueRow> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const levels = await ctx.serviceLevels.get();
  const days = await ctx.settings.get('tasks.acceptance_days');
  const mailDelay = await ctx.settings.get('mail.unseen_delay_seconds');
  const { row, recorded } = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, number);
    const recorded: StoredEvent[] = [];
    const move = moveOf(ctx, locked, patch, levels, days);
    const drafts = await draftsOf(ctx, tx, locked, patch);
    if (move) {
      recorded.push(await moveStatus(tx, locked, levels, move));
      if (isEnd(move)) await queueAnswerMail(tx, locked, move.at, mailDelay);
    }
    const before = locked.clocks;
    for (const draft of drafts) {
      const events = await change(tx, locked, draft, levels);
      recorded.push(...events);
      await tellAssignee(ctx, tx, locked, events[0]);
    }
    if (recorded.length > 0) await store(ctx, tx, locked, patch);
    await writeClocks(tx, locked, before);
    const [row] = await loadRows(tx, tx.sql`where c.id = ${locked.id}`);
    if (!row) throw notFound();
    return { row: toQueueRow(row), recorded };
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
  return row;
}

const isEnd = ({ to, acceptance }: Move) => to === 'solved' || acceptance === 'proposed';

/** Whoever takes a ticket knows it; who is given one is told. */
async function tellAssignee(
  { actor }: Context,
  tx: Transaction,
  locked: LockedConversation,
  event: StoredEvent | undefined,
): Promise<void> {
  const to = event?.kind === 'assignee' ? (event.data?.to as { id: string } | null) : null;
  if (!event || !to || (actor.kind === 'agent' && actor.agentId === to.id)) return;
  await queueNotice(tx, locked, { agentIds: [to.id], kind: 'assigned', seq: event.seq, at: event.at });
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
  return [await recordChange(tx, locked, draft)];
}

/** Null: the status stays. Who says that a task is solved asks the company whether it is. */
function moveOf(
  ctx: Context,
  locked: LockedConversation,
  { status: to, type = locked.type }: TicketPatch,
  levels: ServiceLevels,
  days: number,
): Move | null {
  if (to === undefined || to === locked.status) return null;
  if (locked.links.some(({ kind, way }) => kind === 'merged' && way === 'on')) {
    throw new Refusal('ticket_merged', 'This ticket was merged into another. Undo that first.');
  }
  const base = { author: authorOf(ctx.actor), at: nowIso(ctx) };
  if (to !== 'solved' || type !== 'task' || days === 0) return { ...base, to };
  if (locked.acceptBy !== null) return null;
  const acceptBy = reckonAcceptance(locked, levels, base.at, days);
  return { ...base, to: 'pending', acceptance: 'proposed', acceptBy };
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
    update tickets set type = ${given(patch.type, locked.type)}, priority = ${locked.priority}, assignee_id = ${given(patch.assignee, locked.assigneeId)}, updated_at = ${nowIso(ctx)}
    where conversation_id = ${locked.id}`;
}
