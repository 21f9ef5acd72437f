import type { QueueView } from '@beseda/shared/domain/words';
import type { QueueRow } from '@beseda/shared/protocol/http';

type Membership = (row: QueueRow, agentId: string) => boolean;

const MEMBERSHIP: Readonly<Record<QueueView, Membership>> = {
  unassigned: (row) => isActive(row) && row.assignee === null,
  mine: (row, agentId) => isActive(row) && row.assignee?.id === agentId,
  open: (row) => row.status === 'open',
  pending: (row) => row.status === 'pending' || row.status === 'on_hold',
  solved: (row) => !isActive(row),
  all: () => true,
};

/** Whether a ticket stands in a view of this agent: the same rule as the server's list. */
export function belongsTo(view: QueueView, row: QueueRow, agentId: string): boolean {
  return MEMBERSHIP[view](row, agentId);
}

function isActive(row: QueueRow): boolean {
  return row.status !== 'solved' && row.status !== 'closed';
}

/** Urgent ones, then by deadline in the views one works through; newest change first in the others. */
export function compareRows(view: QueueView): (a: QueueRow, b: QueueRow) => number {
  return view === 'unassigned' || view === 'mine' || view === 'open' ? byUrgency : byChange;
}

function byUrgency(a: QueueRow, b: QueueRow): number {
  const urgent = Number(b.priority === 'urgent') - Number(a.priority === 'urgent');
  if (urgent !== 0) return urgent;
  const [due, other] = [a.nextDueAt ?? a.waitingSince, b.nextDueAt ?? b.waitingSince];
  if (due !== other) {
    if (due === null) return 1;
    if (other === null) return -1;
    return due < other ? -1 : 1;
  }
  return a.number - b.number;
}

function byChange(a: QueueRow, b: QueueRow): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? -1 : 1;
  return b.number - a.number;
}
