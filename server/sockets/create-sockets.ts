import type { Server as HttpServer } from 'node:http';
import type { ClientToServer } from '@beseda/shared/protocol/socket';
import { Server, type ServerOptions } from 'socket.io';
import { contextFor, type Services } from '../context/context';
import { describeError } from '../context/logger';
import { makeStorable } from '../context/make-storable';
import { RateLimiter } from '../context/rate-limiter';
import { Refusal, toRefusal } from '../context/refusal';
import type { Metrics } from '../http/create-metrics';
import { addressOf, StrangerLimits } from '../http/limit-strangers';
import { admitConnection, ConnectionRefused, isOwnOrigin } from './admit-connection';
import { RowAnnouncer } from './announce-rows';
import { answerRequest } from './answer-request';
import { QueueCounter } from './count-for-agents';
import { PresenceBoard } from './presence';
import { publishFacts } from './publish-facts';
import { rooms } from './rooms';
import { SOCKET_REQUESTS } from './socket-requests';
import type { Connection, SocketServer } from './socket-server';
import { watchSessions } from './watch-sessions';

export interface Sockets {
  io: SocketServer;
  /** Ids of the agents connected to any node. */
  onlineAgents(): Promise<ReadonlySet<string>>;
  /** Takes no new request, finishes those under way, says good-bye. */
  close(): Promise<void>;
}

/** The realtime side of a server. `adapter`: with several nodes, how they reach each other's rooms. */
export function createSockets(
  services: Services,
  http: HttpServer,
  metrics: Metrics,
  adapter?: ServerOptions['adapter'],
): Sockets {
  const strangers = new StrangerLimits(services.environment.rateLimits);
  const io: SocketServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 256 * 1024,
    ...(adapter ? { adapter } : {}),
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      const isNew = !/[?&]sid=/.test(request.url ?? '');
      if (isNew && !strangers.mayConnect(addressOf(request), services.now()))
        return decide('too many', false);
      decide(null, isOwnOrigin(origin, host, services.environment.publicUrl));
    },
  });
  const rows = new RowAnnouncer(services, io);
  const counter = new QueueCounter(services, io, adapter !== undefined);
  const presence = new PresenceBoard(io, services.log);
  const work = new RequestDesk(services, presence, metrics);
  const unsubscribe = services.bus.subscribe(publishFacts(services, io, rows));
  const unsubscribeCounter = services.bus.subscribe({ recorded: () => counter.touch() });
  io.use((socket, next) => {
    admitConnection(services, socket).then(
      () => next(),
      (error: unknown) =>
        next(error instanceof ConnectionRefused ? error : new ConnectionRefused('unavailable')),
    );
  });
  io.on('connection', (socket) => {
    metrics.connections.inc();
    work.serve(socket);
    socket.on('disconnect', () => {
      metrics.connections.dec();
      presence.leave(socket);
    });
  });
  const stopWatching = watchSessions(services, io);
  return {
    io,
    onlineAgents: async () => {
      const watching = await io.in(rooms.queue).fetchSockets();
      return new Set(
        watching.flatMap(({ data }) => (data.actor.kind === 'agent' ? [data.actor.agentId] : [])),
      );
    },
    close: async () => {
      stopWatching();
      counter.close();
      await work.finish();
      await rows.flush();
      presence.close();
      unsubscribe();
      unsubscribeCounter();
      await io.close();
    },
  };
}

/** Answers the requests of all connections and knows how many are under way. */
class RequestDesk {
  readonly #services: Services;
  readonly #presence: PresenceBoard;
  readonly #metrics: Metrics;
  readonly #underWay = new Set<Promise<void>>();
  readonly #limiter = new RateLimiter();
  #closing = false;

  constructor(services: Services, presence: PresenceBoard, metrics: Metrics) {
    this.#services = services;
    this.#presence = presence;
    this.#metrics = metrics;
  }

  serve(socket: Connection): void {
    socket.onAny((event: string, ...given: unknown[]) => {
      const reply = given.find((value) => typeof value === 'function');
      const input = given[0] === reply ? undefined : makeStorable(given[0]);
      const answered = this.#answer(socket, event, input).then((ack) => reply?.(ack));
      this.#underWay.add(answered);
      void answered.finally(() => this.#underWay.delete(answered));
    });
  }

  async finish(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(this.#underWay);
  }

  async #answer(socket: Connection, event: string, input: unknown): Promise<object> {
    const started = performance.now();
    try {
      const request = this.#check(socket, event, input);
      const ctx = contextFor(this.#services, socket.data.actor);
      const data = await answerRequest(ctx, socket, this.#presence, request, input);
      this.#metrics.socketRequests.observe(
        { event: request, code: 'ok' },
        (performance.now() - started) / 1000,
      );
      return { ok: true, data };
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.status >= 500)
        this.#services.log.error({ event, ...describeError(error) }, 'socket request failed');
      return { ok: false, code: refusal.code, ...(refusal.details ? { details: refusal.details } : {}) };
    }
  }

  #check(socket: Connection, event: string, input: unknown): keyof ClientToServer {
    if (this.#closing) throw new Refusal('unavailable', 'The server is closing.');
    if (!Object.hasOwn(SOCKET_REQUESTS, event))
      throw new Refusal('invalid_input', 'There is no such request.');
    const request = event as keyof ClientToServer;
    const rule = SOCKET_REQUESTS[request];
    if (rule.access === 'agent' && socket.data.actor.kind !== 'agent') {
      throw new Refusal('forbidden', 'This is for agents.');
    }
    const { environment, now } = this.#services;
    if (environment.rateLimits && !this.#limiter.take(keyOf(socket, event), rule.perMinute, now())) {
      throw new Refusal('too_many_requests', 'Too many requests. Try again a little later.');
    }
    if (!rule.fits(input)) throw new Refusal('invalid_input', 'The request has not the shape that it takes.');
    return request;
  }
}

/** By who it is, not by connection: a new one gives no new allowance. */
function keyOf({ data: { actor } }: Connection, event: string): string {
  return `${actor.kind === 'agent' ? actor.agentId : actor.personId} ${event}`;
}
