import type { AgentConversation } from '@beseda/shared/domain/event';
import type { Ticket } from '@beseda/shared/protocol/http';
import type { Actor } from '../db/actor';

/** The REST shape of a ticket for this kind of viewer, field by field. */
export function presentTicket(actor: Actor, conversation: AgentConversation, updatedAt: string): Ticket {
  const shared = forRequester(conversation, updatedAt);
  if (actor.kind !== 'agent') return shared;
  return {
    ...shared,
    assignee: conversation.assignee,
    priority: conversation.priority,
    waitingSince: conversation.waitingSince,
    requester: conversation.requester,
    page: conversation.page,
  };
}

function forRequester(conversation: AgentConversation, updatedAt: string): Ticket {
  return {
    number: conversation.number,
    conversationId: conversation.id,
    subject: conversation.subject,
    status: conversation.status,
    type: conversation.type,
    channel: conversation.channel,
    assignee: conversation.assignee && { name: conversation.assignee.name },
    report: conversation.report,
    promise: conversation.promise,
    acceptBy: conversation.acceptBy,
    links: conversation.links,
    rating: conversation.rating,
    followers: conversation.followers,
    createdAt: conversation.createdAt,
    updatedAt,
  };
}
