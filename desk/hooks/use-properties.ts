import type { AgentConversation } from '@beseda/shared/domain/event';
import { shownProperties } from '../model/shown-ticket';
import type { TicketProperties } from '../model/undo';
import type { Desk } from '../start/open-desk';
import { useDesk } from '../views/contexts';
import { useValue } from './use-value';

/** Properties of an open ticket with changes on their way. */
export function useProperties(conversation: AgentConversation): TicketProperties {
  const desk = useDesk();
  useValue(desk.updates.pending);
  useValue(desk.updates.accepted);
  return propertiesOf(desk, conversation.number, conversation) ?? conversation;
}

/** Properties of any ticket that the list or an open thread knows. */
export function propertiesOf(
  { updates, queue, agents }: Desk,
  number: number,
  conversation: AgentConversation | null,
): TicketProperties | null {
  return shownProperties({
    conversation,
    row: updates.accepted.get().get(number) ?? (conversation ? undefined : queue.find(number)),
    patch: updates.pending.get().get(number),
    nameOf: (id) => agents.get().find((agent) => agent.id === id)?.name ?? '',
  });
}
