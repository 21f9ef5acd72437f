import { contextFor, type Services } from '../context/context';
import { describeError } from '../context/logger';
import { countQueue } from '../tickets/list-queue';
import { rooms } from './rooms';
import type { SocketServer } from './socket-server';

const EVERY_MS = 1_000;

/** Sends the agents who watch the queue on this node the counts of their views, at most once a second. */
export class QueueCounter {
  readonly #services: Services;
  readonly #io: SocketServer;
  #timer: NodeJS.Timeout | undefined;

  constructor(services: Services, io: SocketServer) {
    this.#services = services;
    this.#io = io;
  }

  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#count().catch((error: unknown) =>
        this.#services.log.warn(describeError(error), 'queue not counted'),
      );
    }, EVERY_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #count(): Promise<void> {
    const watching = this.#io.of('/').adapter.rooms.get(rooms.queue) ?? new Set<string>();
    const counted = new Map<string, Promise<Awaited<ReturnType<typeof countQueue>>>>();
    for (const id of watching) {
      const socket = this.#io.of('/').sockets.get(id);
      const actor = socket?.data.actor;
      if (!socket || actor?.kind !== 'agent') continue;
      const counts = counted.get(actor.agentId) ?? countQueue(contextFor(this.#services, actor));
      counted.set(actor.agentId, counts);
      socket.emit('queue:counted', await counts);
    }
  }
}
