import type { Socket, io as socketIo } from 'socket.io-client';
import type { ErrorCode } from '../protocol/errors';
import type { Ack, ClientToServer, Handshake, ServerToClient } from '../protocol/socket';
import { isSessionOver, isTransient, UNREACHED } from './ack';
import { backoff, type Clock, systemClock } from './clock';
import { createValue, type Value } from './value';

type Wire = Socket<ServerToClient, ClientToServer>;
export type RequestName = keyof ClientToServer;
export type RequestInput<E extends RequestName> = Parameters<ClientToServer[E]>[0];
export type RequestAck<E extends RequestName> = Parameters<Parameters<ClientToServer[E]>[1]>[0];
export type FactName = keyof ServerToClient;

/** `offline` keeps trying by itself; `refused` waits for `connect()`, with a new identity or never. */
export type ConnectionState =
  | { kind: 'idle' | 'connecting' | 'online' | 'offline' }
  | { kind: 'refused'; code: ErrorCode };

export interface ConnectionOptions {
  /** Gets `io` of socket.io-client; asked at the first `connect()`. */
  load: () => Promise<typeof socketIo>;
  /** What carries attempt number `attempt` (from 0), as options of Socket.IO; both transports unless said. */
  pickEngine?: (attempt: number) => Promise<object>;
  /** Origin of the server. */
  url: string;
  handshake: () => Handshake;
  /** Asked when the server says that the session is over. */
  renew: () => Promise<Ack<unknown>>;
  /** Calls back when trying at once is worth it; see `watchWakeups`. */
  wakeups?: (wake: () => void) => () => void;
  clock?: Clock;
}

/** What threads and outbox need of a connection. */
export interface Connection {
  readonly state: Value<ConnectionState>;
  /** Never rejects: without an answer in time (10 s unless said) it is `unavailable`. */
  request<E extends RequestName>(
    event: E,
    input: RequestInput<E>,
    options?: { timeoutMs?: number },
  ): Promise<RequestAck<E>>;
  on<E extends FactName>(fact: E, listener: ServerToClient[E]): () => void;
}
export interface OwnedConnection extends Connection {
  /** Connects, or tries again at once. */
  connect(): void;
  /** Goes back to `idle`. */
  close(): void;
}

const CONNECT_MS = 15_000;
const TICK_MS = 15_000;
/** Hidden tabs are woken once a minute only, so less than this need not be a sleep. */
const SLEEP_MS = 90_000;

/** A proxy that swallows WebSockets lets them hang: every third attempt starts with polling. */
const pickTransports = (attempt: number): Promise<object> =>
  Promise.resolve({
    transports: attempt % 3 === 2 ? ['polling', 'websocket'] : ['websocket', 'polling'],
    tryAllTransports: true,
  });

/** One Socket.IO connection that heals itself. Each attempt has a socket of its own, so nothing late can interfere. */
export function createConnection(options: ConnectionOptions): OwnedConnection {
  const { clock = systemClock } = options;
  const state = createValue<ConnectionState>({ kind: 'idle' });
  const listeners = new Map<string, Set<(fact: never) => void>>();
  let socket: Wire | null = null;
  let attempts = 0;
  let round = 0;
  let renewed = false;
  let cancelTimer = () => {};
  let stopWatching = () => {};

  function drop(): number {
    cancelTimer();
    socket?.off().offAny().disconnect();
    socket = null;
    return ++round;
  }

  async function attempt(): Promise<void> {
    const mine = drop();
    if (state.get().kind !== 'offline') state.set({ kind: 'connecting' });
    cancelTimer = clock.after(CONNECT_MS, retry);
    const { load, pickEngine = pickTransports } = options;
    const [io, engine] = await Promise.all([load(), pickEngine(attempts)]).catch(() => []);
    if (mine !== round) return;
    if (!io) return retry();
    socket = io(options.url, {
      auth: options.handshake(),
      ...engine,
      reconnection: false,
      forceNew: true,
    });
    socket.on('connect', arrive);
    socket.on('disconnect', retry);
    socket.on('connect_error', (error) => {
      const { data } = error as { data?: { code?: ErrorCode } };
      if (data?.code) void refuse(data.code);
      else retry();
    });
    socket.onAny((name: string, fact: unknown) => {
      for (const listener of listeners.get(name) ?? []) listener(fact as never);
    });
  }

  function arrive(): void {
    cancelTimer();
    attempts = 0;
    renewed = false;
    state.set({ kind: 'online' });
  }

  function retry(): void {
    drop();
    state.set({ kind: 'offline' });
    cancelTimer = clock.after(backoff(attempts++), () => void attempt());
  }

  async function refuse(code: ErrorCode): Promise<void> {
    const mine = drop();
    if (!isSessionOver(code)) return settle(code);
    const again = renewed;
    renewed = true;
    state.set({ kind: 'offline' });
    const ack = await options.renew();
    if (mine !== round) return;
    if (!ack.ok) return settle(ack.code);
    // A server that refuses even fresh sessions is asked ever more slowly.
    return again ? retry() : attempt();
  }

  function settle(code: ErrorCode): void {
    if (isTransient(code)) retry();
    else state.set({ kind: 'refused', code });
  }

  function connect(): void {
    attempts = 0;
    renewed = false;
    if (state.get().kind === 'idle') stopWatching = watch();
    void attempt();
  }

  const isTrying = () => state.get().kind === 'offline' || state.get().kind === 'connecting';

  function watch(): () => void {
    let last = clock.now();
    let cancelTick = () => {};
    const tick = () => {
      const slept = clock.now() - last > SLEEP_MS;
      last = clock.now();
      if (slept && (isTrying() || state.get().kind === 'online')) connect();
      cancelTick = clock.after(TICK_MS, tick);
    };
    tick();
    const stop = options.wakeups?.(() => isTrying() && connect());
    return () => {
      cancelTick();
      stop?.();
    };
  }

  return {
    state,
    connect,
    close() {
      stopWatching();
      drop();
      state.set({ kind: 'idle' });
    },
    request: (event, input, { timeoutMs = 10_000 } = {}) =>
      new Promise((resolve) => {
        const wire = socket;
        if (!wire?.connected) return resolve(UNREACHED);
        const reply = (error: Error | null, ack: RequestAck<typeof event>) => {
          resolve(error ? UNREACHED : ack);
          if (wire !== socket) return;
          // No answer on an open line: it is half dead.
          if (error) connect();
          else if (!ack.ok && isSessionOver(ack.code)) void refuse(ack.code);
        };
        (wire.timeout(timeoutMs) as unknown as { emit(...args: unknown[]): void }).emit(event, input, reply);
      }),
    on(fact, listener) {
      const set = listeners.get(fact) ?? new Set();
      listeners.set(fact, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
