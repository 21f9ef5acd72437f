import type { Report } from '@beseda/shared/domain/report';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale, TicketType } from '@beseda/shared/domain/words';
import type { Context } from '../context/context';
import { contextFor } from '../context/context';
import { Refusal } from '../context/refusal';
import { findMessageEvent } from '../conversations/load-events';
import { sendMessage } from '../conversations/send-message';
import { isRequester, type RequesterActor } from '../db/actor';
import { findRequesterByEmail } from '../people/find-requester';

export interface OpenTicketInput {
  clientId: string;
  text: string;
  subject?: string;
  type?: TicketType;
  report?: Report;
  locale?: Locale;
  attachments?: string[];
  /** For agents: in whose name. */
  requester?: { email: string };
}

/**
 * Opens a ticket with its first message and gives the conversation's id; the same client id gives the same ticket.
 * Refuses with unknown_requester, and as sendMessage does.
 */
export async function openTicket(ctx: Context, input: OpenTicketInput): Promise<string> {
  const requester = await requesterOf(ctx, input);
  const acting = contextFor(ctx, requester);
  const before = await findOpened(acting, requester, input.clientId);
  if (before) return before;
  const { clientId, text, attachments, subject, report, locale } = input;
  const type = input.type ?? report?.type;
  try {
    const { event } = await sendMessage(
      acting,
      {
        conversationId: uuidv7(ctx.now()),
        clientId,
        text,
        ...(attachments ? { attachments } : {}),
        start: {
          ...(subject ? { subject } : {}),
          ...(type ? { type } : {}),
          ...(report ? { report } : {}),
          ...(locale ? { locale } : {}),
        },
      },
      { kind: 'message', channel: 'portal' },
    );
    return event.conversationId;
  } catch (error) {
    const lostRace = error instanceof Refusal && error.code === 'client_id_taken';
    const winner = lostRace ? await findOpened(acting, requester, clientId) : null;
    if (winner) return winner;
    throw error;
  }
}

async function requesterOf(ctx: Context, input: OpenTicketInput): Promise<RequesterActor> {
  const { actor } = ctx;
  if (isRequester(actor)) return actor;
  const email = input.requester?.email;
  const found = email ? await ctx.inTransaction((tx) => findRequesterByEmail(tx, email)) : null;
  if (!found) {
    throw new Refusal('unknown_requester', 'No requester, or more than one, has this address.', {
      field: 'requester.email',
    });
  }
  return found;
}

async function findOpened(ctx: Context, requester: RequesterActor, clientId: string): Promise<string | null> {
  const event = await ctx.inTransaction((tx) => findMessageEvent(tx, requester.personId, clientId));
  if (event && event.seq !== 1) {
    throw new Refusal('client_id_taken', 'This client id belongs to another message.', { field: 'clientId' });
  }
  return event?.conversationId ?? null;
}
