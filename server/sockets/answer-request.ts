import type { AgentEvent, RequesterEvent } from '@beseda/shared/domain/event';
import type {
  ClientToServer,
  MessageInput,
  MessageStored,
  OpenInput,
  TicketPatch,
} from '@beseda/shared/protocol/socket';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { markRead } from '../conversations/mark-read';
import { openConversation } from '../conversations/open-conversation';
import { presentForAgent, presentForRequester } from '../conversations/present-event';
import { sendMessage } from '../conversations/send-message';
import type { Sending } from '../conversations/sending';
import { isRequester } from '../db/actor';
import { createLinkSigner } from '../files/sign-link';
import { countQueue } from '../tickets/list-queue';
import { updateTicket } from '../tickets/update-ticket';
import type { PresenceBoard } from './presence';
import { rooms } from './rooms';
import type { Connection } from './socket-server';

type Mode = 'viewing' | 'replying' | 'none';

/** Does what a checked request asks for, through the verbs, and gives the ack's data. Throws Refusal. */
export async function answerRequest(
  ctx: Context,
  socket: Connection,
  presence: PresenceBoard,
  event: keyof ClientToServer,
  input: unknown,
): Promise<unknown> {
  switch (event) {
    case 'message:send':
      return send(ctx, input as MessageInput, { kind: 'message', channel: channelOf(ctx) });
    case 'note:write':
      return send(ctx, input as MessageInput, { kind: 'note', channel: 'widget' });
    case 'conversation:open':
      return open(ctx, socket, presence, input as OpenInput);
    case 'conversation:close':
      return close(ctx, socket, presence, input as { conversationId: string });
    case 'conversation:read':
      await markRead(ctx, input as { conversationId: string; seq: number });
      return null;
    case 'presence:set':
      return setPresence(ctx, socket, presence, input as { conversationId: string; mode: Mode });
    case 'ticket:update': {
      const { number, patch } = input as { number: number; patch: TicketPatch };
      return updateTicket(ctx, number, patch);
    }
    case 'queue:watch':
      await socket.join(rooms.queue);
      return countQueue(ctx);
  }
}

/** The session says where a requester writes, not the client. */
function channelOf({ actor }: Context): Sending['channel'] {
  return isRequester(actor) ? (actor.channel ?? 'widget') : 'widget';
}

function roomOf(ctx: Context, conversationId: string): string {
  return ctx.actor.kind === 'agent' ? rooms.agents(conversationId) : rooms.requesters(conversationId);
}

async function send(ctx: Context, input: MessageInput, sending: Sending): Promise<MessageStored> {
  const sent = await sendMessage(ctx, input, sending);
  const present = ctx.actor.kind === 'agent' ? presentForAgent : presentForRequester;
  const event: AgentEvent | RequesterEvent | null = present(
    sent.event,
    createLinkSigner(ctx.secrets.fileLinks, ctx.now),
  );
  if (!event) throw notFound();
  return { conversationId: sent.event.conversationId, number: sent.number, event, repeated: sent.repeated };
}

/** Joins before it reads: an event between the two comes twice, never not at all. */
async function open(
  ctx: Context,
  socket: Connection,
  presence: PresenceBoard,
  input: OpenInput,
): Promise<unknown> {
  const { conversationId } = input;
  const room = roomOf(ctx, conversationId);
  const joined = socket.rooms.has(room);
  if (!joined) await socket.join(room);
  try {
    const opened = await openConversation(ctx, input);
    if (opened.kind === 'earlier') return opened;
    const viewer = ctx.actor.kind === 'agent' ? 'agent' : 'requester';
    return { ...opened, presence: await presence.list(conversationId, viewer) };
  } catch (error) {
    if (!joined) await socket.leave(room);
    throw error;
  }
}

async function close(
  ctx: Context,
  socket: Connection,
  presence: PresenceBoard,
  { conversationId }: { conversationId: string },
): Promise<null> {
  if (socket.data.presence?.conversationId === conversationId) presence.leave(socket);
  await socket.leave(roomOf(ctx, conversationId));
  return null;
}

/** Only in a conversation that this connection has opened: so it is one that the actor may see. */
async function setPresence(
  ctx: Context,
  socket: Connection,
  presence: PresenceBoard,
  { conversationId, mode }: { conversationId: string; mode: Mode },
): Promise<null> {
  if (!socket.rooms.has(roomOf(ctx, conversationId))) throw notFound();
  presence.set(socket, conversationId, mode);
  return null;
}
