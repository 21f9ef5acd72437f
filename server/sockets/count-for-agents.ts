import { contextFor, type Services } from '../context/context';
import { describeError } from '../context/logger';
import { countQueue } from '../tickets/list-queue';
import { rooms } from './rooms';
import type { SocketServer } from './socket-server';

const EVERY_MS = 1_000;
const TELL_MS = 200;

/** Sends the agents who watch the queue on this node the counts of their views, at most once a second. */
export class QueueCounter {
  readonly #services: Services;
  readonly #io: SocketServer;
  readonly #hasOthers: boolean;
  #timer: NodeJS.Timeout | undefined;
  #telling: NodeJS.Timeout | undefined;

  /** `hasOthers`: there are other nodes, and they are to count too. */
  constructor(services: Services, io: SocketServer, hasOthers: boolean) {
    this.#services = services;
    this.#io = io;
    this.#hasOthers = hasOthers;
    io.on('queue:touched', () => this.#soon());
  }

  /** Something changed here. The others are told a moment later, once for all of that moment. */
  touch(): void {
    this.#soon();
    if (!this.#hasOthers) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#io.serverSideEmit('queue:touched');
    }, TELL_MS);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#count().catch((error: unknown) =>
        this.#services.log.warn(describeError(error), 'queue not counted'),
      );
    }, EVERY_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#telling);
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
