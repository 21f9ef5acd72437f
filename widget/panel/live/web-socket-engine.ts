type Listener = (detail?: unknown) => void;

/** The packets of Engine.IO 4; each frame begins with the number of its kind. */
const OPEN = '0';
const CLOSE = '1';
const PING = '2';
const PONG = '3';
const MESSAGE = '4';

/**
 * Engine.IO 4 over a WebSocket and nothing else: as much of an engine as the manager of Socket.IO asks for. Where it
 * does not get through, the stock engine is loaded; see `pickEngine`.
 */
export class WebSocketEngine {
  readonly transport = { writable: true };
  readonly #wire: WebSocket;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #stop = new AbortController();
  #opened = false;
  #deadline = Number.POSITIVE_INFINITY;
  /** How long the server may be silent, in milliseconds: it pings. */
  #patience = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(origin: string, { path }: { path: string }) {
    const { signal } = this.#stop;
    const end = () => this.#end('transport close');
    this.#wire = new WebSocket(`${origin.replace(/^http/, 'ws')}${path}/?EIO=4&transport=websocket`);
    this.#wire.addEventListener('message', ({ data }) => this.#take(data as string), { signal });
    this.#wire.addEventListener('close', end, { signal });
    addEventListener('offline', end, { signal });
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
  }

  off(event: string, listener: Listener): void {
    this.#listeners.get(event)?.delete(listener);
  }

  write(message: string): void {
    this.#wire.send(MESSAGE + message);
  }

  close(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#wire.close();
  }

  /** Asked before each message: timers are late where the machine has slept. */
  _hasPingExpired(): boolean {
    const expired = Date.now() > this.#deadline;
    if (expired) queueMicrotask(() => this.#end('ping timeout'));
    return expired;
  }

  #take(packet: string): void {
    const body = packet.slice(1);
    switch (packet[0]) {
      case OPEN: {
        const { pingInterval, pingTimeout } = JSON.parse(body) as Record<string, number>;
        this.#patience = (pingInterval ?? 0) + (pingTimeout ?? 0);
        this.#opened = true;
        this.#emit('open');
        break;
      }
      case PING:
        this.#wire.send(PONG);
        this.#emit('ping');
        break;
      case MESSAGE:
        this.#emit('data', body);
        break;
      case CLOSE:
        return this.#end('transport close');
    }
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#stop.signal.aborted) return;
    this.#deadline = Date.now() + this.#patience;
    this.#timer = setTimeout(() => this.#end('ping timeout'), this.#patience);
  }

  #end(reason: string): void {
    if (this.#stop.signal.aborted) return;
    this.close();
    if (this.#opened) this.#emit('close', reason);
    else this.#emit('error', new Error(reason));
  }

  #emit(event: string, detail?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(detail);
  }
}
