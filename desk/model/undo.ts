import type { AgentRef } from '@beseda/shared/domain/event';
import type { Priority, TicketStatus, TicketType } from '@beseda/shared/domain/words';
import type { TicketPatch } from '@beseda/shared/protocol/socket';

/** What an agent can set on a ticket. */
export interface TicketProperties {
  status: TicketStatus;
  type: TicketType | null;
  priority: Priority;
  assignee: AgentRef | null;
}

/** The patch that takes a patch back, given how things stood before it. */
export function reversePatch(before: TicketProperties, patch: TicketPatch): TicketPatch {
  return {
    ...(patch.status === undefined ? {} : { status: before.status }),
    ...(patch.type === undefined ? {} : { type: before.type }),
    ...(patch.priority === undefined ? {} : { priority: before.priority }),
    ...(patch.assignee === undefined ? {} : { assignee: before.assignee?.id ?? null }),
  };
}

/** How a ticket's properties look once a patch has been accepted. `nameOf` gives an agent's name. */
export function applyPatch<T extends TicketProperties>(
  before: T,
  patch: TicketPatch,
  nameOf: (agentId: string) => string,
): T {
  const { assignee, ...rest } = patch;
  if (assignee === undefined) return { ...before, ...rest };
  return {
    ...before,
    ...rest,
    assignee: assignee === null ? null : { id: assignee, name: nameOf(assignee) },
  };
}

/** Whether a patch would change anything. */
export function changesAnything(before: TicketProperties, patch: TicketPatch): boolean {
  const reverse = reversePatch(before, patch);
  return (Object.keys(reverse) as (keyof TicketPatch)[]).some((key) => reverse[key] !== patch[key]);
}
