import type { Presence } from '@beseda/shared/protocol/socket';
import { describeError, type Logger } from '../context/logger';
import { isRequester } from '../db/actor';
import { rooms } from './rooms';
import type { Connection, ConnectionData, SocketServer } from './socket-server';

const FORGET_MS = 8_000;
type Mode = 'viewing' | 'replying' | 'none';

/** Who looks at or writes in a conversation, over all nodes. Nothing of it is stored. */
export class PresenceBoard {
  readonly #io: SocketServer;
  readonly #log: Logger;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(io: SocketServer, log: Logger) {
    this.#io = io;
    this.#log = log;
  }

  /** Repetition keeps a mode alive; without it the mode is forgotten after 8 s. */
  set(socket: Connection, conversationId: string, mode: Mode): void {
    const before = socket.data.presence;
    clearTimeout(this.#timers.get(socket.id));
    this.#timers.delete(socket.id);
    if (mode === 'none') delete socket.data.presence;
    else {
      socket.data.presence = { conversationId, mode };
      this.#timers.set(
        socket.id,
        setTimeout(() => this.set(socket, conversationId, 'none'), FORGET_MS),
      );
    }
    const moved = before !== undefined && before.conversationId !== conversationId;
    if (moved) this.#publish(before.conversationId);
    if (moved || before?.mode !== socket.data.presence?.mode) this.#publish(conversationId);
  }

  leave(socket: Connection): void {
    const present = socket.data.presence;
    if (present) this.set(socket, present.conversationId, 'none');
  }

  /** What this kind of viewer may know: requesters see agents who reply; agents see everybody. */
  async list(conversationId: string, viewer: 'requester' | 'agent'): Promise<Presence[]> {
    const all = await this.#all(conversationId);
    return viewer === 'agent' ? all : forRequesters(all);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #publish(conversationId: string): void {
    this.#all(conversationId).then(
      (all) => {
        this.#io.to(rooms.agents(conversationId)).emit('presence:changed', { conversationId, presence: all });
        this.#io
          .to(rooms.requesters(conversationId))
          .emit('presence:changed', { conversationId, presence: forRequesters(all) });
      },
      (error: unknown) => this.#log.warn(describeError(error), 'presence not published'),
    );
  }

  async #all(conversationId: string): Promise<Presence[]> {
    const members = [rooms.agents(conversationId), rooms.requesters(conversationId)];
    const sockets = await this.#io.in(members).fetchSockets();
    const byWho = new Map<string, Presence>();
    for (const { data } of sockets) {
      const presence = toPresence(data, conversationId);
      if (!presence) continue;
      const key = `${presence.who.kind}:${presence.who.id}`;
      if (byWho.get(key)?.mode !== 'replying') byWho.set(key, presence);
    }
    return [...byWho.values()];
  }
}

function toPresence({ actor, presence }: ConnectionData, conversationId: string): Presence | null {
  if (presence?.conversationId !== conversationId) return null;
  const who = isRequester(actor)
    ? ({ kind: 'requester', id: actor.personId, name: actor.name } as const)
    : ({ kind: 'agent', id: actor.agentId, name: actor.name } as const);
  return { who, mode: presence.mode };
}

function forRequesters(all: readonly Presence[]): Presence[] {
  return all.flatMap(({ who, mode }) =>
    who.kind === 'agent' && mode === 'replying' ? [{ who: { kind: who.kind, name: who.name }, mode }] : [],
  );
}
