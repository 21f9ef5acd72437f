import type { QueueRow } from '@beseda/shared/protocol/http';

/** Unread tickets that are this agent's or nobody's, for the title; and which tickets have been heard of, for the sound. */
export interface Attention {
  readonly unread: ReadonlySet<number>;
  readonly known: ReadonlySet<number>;
}

export const NO_ATTENTION: Attention = { unread: new Set(), known: new Set() };

/** Takes in one state of a ticket. `isNew`: its first message has just come and nobody has told of it before. */
export function noteRow(
  attention: Attention,
  row: QueueRow,
  agentId: string,
): { attention: Attention; isNew: boolean } {
  const concerns = row.assignee === null || row.assignee.id === agentId;
  const active = row.status !== 'solved' && row.status !== 'closed';
  const unread = new Set(attention.unread);
  if (row.unread && concerns && active) unread.add(row.number);
  else unread.delete(row.number);
  const isNew = !attention.known.has(row.number) && row.lastSeq === 1;
  return { attention: { unread, known: new Set(attention.known).add(row.number) }, isNew };
}
