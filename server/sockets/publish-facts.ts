import type { Services } from '../context/context';
import type { BusListener } from '../conversations/event-bus';
import { presentForAgent, presentForRequester } from '../conversations/present-event';
import type { StoredEvent } from '../conversations/stored-event';
import { createLinkSigner } from '../files/sign-link';
import type { RowAnnouncer } from './announce-rows';
import { rooms } from './rooms';
import type { SocketServer } from './socket-server';

/** Carries facts from the bus to the rooms, each in the shape of who listens there. */
export function publishFacts(
  services: Services,
  io: SocketServer,
  rows: RowAnnouncer,
): Omit<BusListener, 'mailReceived'> {
  const sign = createLinkSigner(services.secrets.fileLinks, services.now);
  return {
    recorded(events) {
      for (const event of events) publishEvent(io, event, sign);
      rows.published(events);
    },
    read({ conversationId, by, seq }) {
      io.to([rooms.agents(conversationId), rooms.requesters(conversationId)]).emit('read:marked', {
        conversationId,
        by,
        seq,
      });
    },
    touched: (conversationId) => rows.touch(conversationId),
    called: (card, agentId) => io.to(agentId ? rooms.agent(agentId) : rooms.queue).emit('call:changed', card),
    alerted(alerts) {
      for (const { agentId, ...alert } of alerts) io.to(rooms.agent(agentId)).emit('alert:raised', alert);
    },
    callBacksChanged: () => io.to(rooms.queue).emit('call-backs:changed', {}),
    deleted({ conversationId, companyId, personIds, number }) {
      io.to(rooms.managers(companyId)).emit('conversation:left', { conversationId });
      io.to(rooms.queue).emit('ticket:deleted', { conversationId, number });
      // Whoever shows it comes back at once and asks again: that is the one way of recovery, and finds nothing.
      const lists = personIds.map((personId) => rooms.person(personId));
      const shown = [rooms.requesters(conversationId), rooms.agents(conversationId), ...lists];
      io.in(shown).disconnectSockets(true);
    },
    left({ conversationId, companyId, personId }) {
      // Managers who have all of the company before them see it as before.
      const connections = io.in(rooms.person(personId)).except(rooms.managers(companyId));
      connections.socketsLeave(rooms.requesters(conversationId));
      connections.emit('conversation:left', { conversationId });
    },
    sessionEnded(sessionId) {
      const room = io.in(rooms.session(sessionId));
      room.emit('session:ended', { code: 'session_ended' });
      room.disconnectSockets(true);
    },
  };
}

function publishEvent(
  io: SocketServer,
  stored: StoredEvent,
  sign: ReturnType<typeof createLinkSigner>,
): void {
  const { conversationId } = stored;
  const forAgent = presentForAgent(stored, sign);
  if (forAgent)
    io.to(rooms.agents(conversationId)).emit('event:recorded', { conversationId, event: forAgent });
  const forRequester = presentForRequester(stored, sign);
  if (forRequester) {
    io.to(rooms.requesters(conversationId)).emit('event:recorded', { conversationId, event: forRequester });
  }
}
