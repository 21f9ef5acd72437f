import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';

/** A person of a customer company, speaking to the server as their widget would. */
export interface Requester {
  name: string;
  /** Opens a ticket through REST. */
  ask(text: string, subject?: string): Promise<{ number: number; conversationId: string }>;
  say(number: number, text: string): Promise<void>;
  /** Texts that this person can read in a ticket. */
  read(number: number): Promise<string[]>;
  /** Any other request. */
  call: Call;
  socket(): Promise<Socket>;
  close(): void;
}

export async function signInRequester(url: string, token: string): Promise<Requester> {
  const sockets: Socket[] = [];
  const post = await caller(url);
  const { session, person } = await post<{ session: string; person: { name: string } }>('POST', '/session', {
    app: 'demo',
    token,
  });
  const call = await caller(url, session);
  return {
    name: person.name,
    call,
    ask: (text, subject) =>
      call('POST', '/tickets', { clientId: randomUUID(), text, ...(subject ? { subject } : {}) }),
    say: (number, text) => call('POST', `/tickets/${number}/messages`, { clientId: randomUUID(), text }),
    async read(number) {
      const page = await call<{ results: { text: string }[] }>('GET', `/tickets/${number}/messages`);
      return page.results.map(({ text }) => text);
    },
    async socket() {
      const socket = io(url, { auth: { session, v: 1 }, transports: ['websocket'], forceNew: true });
      sockets.push(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      return socket;
    },
    close: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

async function caller(url: string, session?: string): Promise<Call> {
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(session ? { authorization: `Bearer ${session}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as T;
  };
}
