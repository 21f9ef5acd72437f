import type { ConversationEvent } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ServerToClient } from '@beseda/shared/protocol/socket';
import { type Knock, TestClient } from '../testing/connect-client';
import type { Kept, Sent, View } from './check-history';

const ACK_MS = 2_000;
const RETRY_MS = 30;
type Recorded = Parameters<ServerToClient['event:recorded']>[0];

/** What this author looks at: the events applied so far, in the order in which they were. */
interface Watched {
  shown: Kept[];
  lastSeq: number;
  /** Set while a resume is under way: what comes meanwhile is asked for once more after it. */
  resuming: Promise<void> | null;
}

/** Someone who writes without end and sends again until it is acknowledged, whatever happens to the server. */
export class Author {
  readonly sent: Sent[] = [];
  readonly #name: string;
  readonly #as: View['as'];
  readonly #client: TestClient;
  readonly #watched = new Map<string, Watched>();
  #stopped = false;

  constructor(url: string, name: string, as: View['as'], knock: Knock) {
    this.#name = name;
    this.#as = as;
    this.#client = new TestClient(url, knock, {
      reconnection: true,
      reconnectionDelay: RETRY_MS,
      reconnectionDelayMax: 200,
      timeout: ACK_MS,
    });
    this.#client.socket.on('connect', () => {
      for (const id of this.#watched.keys()) void this.#resume(id);
    });
    this.#client.socket.on('event:recorded', (fact) => this.#hear(fact));
    this.#client.socket.connect();
  }

  /** Begins to look at a conversation, and goes on over every reconnect. */
  watch(conversationId: string): Promise<void> {
    this.#watched.set(conversationId, { shown: [], lastSeq: 0, resuming: null });
    return this.#resume(conversationId);
  }

  /** Sends one after the other until told to stop; `awaited: false` for one of several such loops at once. */
  async write(conversationId: string, awaited: boolean): Promise<void> {
    while (!this.#stopped) await this.send(conversationId, awaited);
  }

  async send(conversationId: string, awaited: boolean): Promise<void> {
    const clientId = uuidv7();
    const text = `${this.#name} ${clientId}`;
    const entry: Sent = { author: this.#name, conversationId, clientId, text, awaited, seq: null };
    this.sent.push(entry);
    const event = this.#as === 'agent' && this.sent.length % 5 === 0 ? 'note:write' : 'message:send';
    const input = { conversationId, clientId, text, start: {} };
    while (entry.seq === null) {
      const ack = await this.#client.socket
        .timeout(ACK_MS)
        .emitWithAck(event, input)
        .catch(() => null);
      if (ack?.ok) entry.seq = ack.data.event.seq;
      else if (ack && ack.code !== 'unavailable' && ack.code !== 'internal') {
        throw new Error(`${this.#name} was refused: ${ack.code}`);
      } else await pause();
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Everything that this author was shown, complete up to now. */
  async settle(): Promise<View[]> {
    const views: View[] = [];
    for (const [conversationId, watched] of this.#watched) {
      await this.#resume(conversationId);
      views.push({ viewer: this.#name, as: this.#as, conversationId, shown: watched.shown });
    }
    return views;
  }

  close(): void {
    this.#client.close();
  }

  #hear({ conversationId, event }: Recorded): void {
    const watched = this.#watched.get(conversationId);
    if (!watched || event.seq <= watched.lastSeq) return;
    if (event.prev === watched.lastSeq) show(watched, event);
    else void this.#resume(conversationId);
  }

  /** The only way of recovery: asks for what comes after the last one seen. */
  async #resume(conversationId: string): Promise<void> {
    const watched = this.#watched.get(conversationId);
    if (!watched) return;
    const before = watched.resuming;
    const resumed = (async () => {
      await before;
      while (!(await this.#fetch(conversationId, watched))) await pause();
    })();
    watched.resuming = resumed;
    await resumed;
    if (watched.resuming === resumed) watched.resuming = null;
  }

  async #fetch(conversationId: string, watched: Watched): Promise<boolean> {
    const ack = await this.#client.socket
      .timeout(ACK_MS)
      .emitWithAck('conversation:open', {
        conversationId,
        ...(watched.lastSeq ? { after: watched.lastSeq } : {}),
      })
      .catch(() => null);
    if (!ack?.ok) return false;
    const opened = ack.data;
    if (opened.kind === 'earlier') return false;
    for (const event of opened.kind === 'snapshot' ? opened.thread.events : opened.events) {
      if (event.seq > watched.lastSeq) show(watched, event);
    }
    return true;
  }
}

function show(watched: Watched, event: ConversationEvent): void {
  watched.lastSeq = event.seq;
  const kept = toKept(event);
  if (kept) watched.shown.push(kept);
}

export function toKept(event: ConversationEvent): Kept | null {
  if (event.kind !== 'message' && event.kind !== 'note') return null;
  const { clientId, text } = event.message;
  return { seq: event.seq, kind: event.kind, clientId, text };
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, RETRY_MS);
  });
}
