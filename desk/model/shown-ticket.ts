import type { AgentConversation } from '@beseda/shared/domain/event';
import type { QueueRow } from '@beseda/shared/protocol/http';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import { applyPatch, type TicketProperties } from './undo';

/** A ticket's properties as an agent should see them now: the later of thread and accepted row, with what is on its way laid over. */
export function shownProperties(options: {
  conversation: AgentConversation | null;
  row: QueueRow | undefined;
  patch: TicketPatch | undefined;
  nameOf: (agentId: string) => string;
}): TicketProperties | null {
  const { conversation, row, patch, nameOf } = options;
  const latest = conversation && row && row.lastSeq > conversation.lastSeq ? row : (conversation ?? row);
  if (!latest) return null;
  const { status, type, priority, assignee } = latest;
  const known = { status, type, priority, assignee };
  return patch ? applyPatch(known, patch, nameOf) : known;
}
