import type { Ack, ClientToServer, ServerToClient } from '@beseda/shared/protocol/socket';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { DESK_COOKIE } from '../http/authenticate';

type Request = keyof ClientToServer;
type Input<E extends Request> = Parameters<ClientToServer[E]>[0];
type Answer<E extends Request> = Parameters<Parameters<ClientToServer[E]>[1]>[0];
export type Fact = keyof ServerToClient;
export type FactOf<E extends Fact> = Parameters<ServerToClient[E]>[0];

/** Who knocks: a requester's session, an agent's (as the desk's cookie), or anything that a stranger may send. */
export type Knock =
  | { session: string }
  | { desk: string }
  | { auth: object; headers?: Record<string, string> };

/** A real client on a real socket, as the panel and the desk use one, with what it has heard. */
export class TestClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  /** Every fact that came, in order. */
  readonly heard: { fact: Fact; data: unknown }[] = [];

  constructor(url: string, knock: Knock, options: Partial<ManagerOptions & SocketOptions> = {}) {
    this.socket = io(url, {
      ...handshakeOf(knock),
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      ...options,
    });
    this.socket.onAny((fact: Fact, data: unknown) => this.heard.push({ fact, data }));
  }

  /** Resolves when the server has let us in; rejects with the code of its refusal. */
  connect(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', () => resolve(this));
      this.socket.once('connect_error', (error) =>
        reject((error as { data?: { code?: string } }).data?.code ?? error.message),
      );
      this.socket.connect();
    });
  }

  ask<E extends Request>(event: E, input: Input<E>): Promise<Answer<E>> {
    return this.askRaw(event, input) as Promise<Answer<E>>;
  }

  /** Anything at all, as a broken or hostile client sends it. */
  askRaw(event: string, ...input: unknown[]): Promise<Ack<unknown>> {
    return this.socket.timeout(20_000).emitWithAck(event as Request, ...(input as [never]));
  }

  /** The data of a request that must succeed. */
  async get<E extends Request>(event: E, input: Input<E>): Promise<Extract<Answer<E>, { ok: true }>['data']> {
    const ack = await this.ask(event, input);
    if (!ack.ok) throw new Error(`${event}: ${ack.code}`);
    return ack.data;
  }

  /** The first fact of this kind that fits, of those heard already or still to come. */
  hear<E extends Fact>(fact: E, fits: (data: FactOf<E>) => boolean = () => true): Promise<FactOf<E>> {
    const known = this.heard.find((entry) => entry.fact === fact && fits(entry.data as FactOf<E>));
    if (known) return Promise.resolve(known.data as FactOf<E>);
    return new Promise((resolve) => {
      const listen = (name: string, data: FactOf<E>) => {
        if (name !== fact || !fits(data)) return;
        this.socket.offAny(listen);
        resolve(data);
      };
      this.socket.onAny(listen);
    });
  }

  closed(): Promise<string> {
    if (!this.socket.connected) return Promise.resolve('closed before');
    return new Promise((resolve) => {
      this.socket.once('disconnect', (reason) => resolve(reason));
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}

function handshakeOf(knock: Knock): Partial<ManagerOptions & SocketOptions> {
  if ('auth' in knock) return { auth: knock.auth, ...(knock.headers ? { extraHeaders: knock.headers } : {}) };
  if ('session' in knock) return { auth: { session: knock.session, v: PROTOCOL_VERSION } };
  return {
    auth: { desk: true, v: PROTOCOL_VERSION },
    extraHeaders: { cookie: `${DESK_COOKIE}=${knock.desk}` },
  };
}
