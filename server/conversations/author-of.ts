import type { Actor } from '../db/actor';
import type { StoredEvent } from './stored-event';

/** How an actor stands in the events that they make. */
export function authorOf(actor: Actor): StoredEvent['author'] {
  switch (actor.kind) {
    case 'requester':
    case 'manager':
      return { kind: 'requester', id: actor.personId, name: actor.name };
    case 'agent':
      return { kind: 'agent', id: actor.agentId, name: actor.name };
    case 'system':
      return { kind: 'system', id: null, name: '' };
  }
}
