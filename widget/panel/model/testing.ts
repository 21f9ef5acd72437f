import type { HostState, ToHost, ToPanel } from '@beseda/shared/protocol/host-bridge';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import { vi } from 'vitest';
import type { Keep } from '../keep/start-keep';
import type { Live } from '../live/start-live';
import { texts } from '../texts/ru';
import { openBridge } from './bridge';
import { hearHost } from './hear-host';
import { Panel } from './panel';

export const HOST = 'https://admin.example.com';

/** A host page: keeps what the panel posts and posts what a test says. */
export function createHost() {
  const posted: { message: ToHost; origin: string }[] = [];
  let listener: (event: MessageEvent<ToPanel>) => void = () => {};
  const parent = { postMessage: (message: ToHost, origin: string) => posted.push({ message, origin }) };
  return {
    window: {
      parent: parent as unknown as Window,
      addEventListener: (_: string, added: typeof listener) => {
        listener = added;
      },
    } as unknown as Pick<Window, 'addEventListener' | 'parent'>,
    posted,
    sent: (type: ToHost['type']) => posted.filter(({ message }) => message.type === type),
    post(data: ToPanel, origin = HOST, source: unknown = parent) {
      listener({ data, origin, source } as MessageEvent<ToPanel>);
    },
  };
}

export const hostState = (changes: Partial<HostState> = {}): HostState => ({
  type: 'state',
  locale: 'ru',
  theme: 'system',
  signedIn: true,
  identity: 1,
  page: { url: `${HOST}/payouts?id=1`, title: 'Выплаты' },
  visible: true,
  ...changes,
});

export const SESSION: SessionCreated = {
  session: 'secret',
  expiresAt: '2026-11-24T09:00:00.000Z',
  person: { id: 'p1', name: 'Иван', role: 'staff' },
  company: { name: 'Акме', externalId: 'acme' },
  openConversations: 0,
  promise: null,
  phone: false,
  unread: 0,
};

export interface Call {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
  signal: AbortSignal | null;
}

/** Answers the panel's requests; `answer` gives `[status, body]`, or throws for a dead line. */
export function serve(answer: (call: Call) => Promise<[number, unknown]> | [number, unknown]): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const call: Call = {
      method: init.method ?? 'GET',
      path: url.replace('/api/v1', ''),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: init.headers as Record<string, string>,
      signal: init.signal ?? null,
    };
    calls.push(call);
    const [status, body] = await answer(call);
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  });
  return calls;
}

/** A panel in a host page, with nothing lazy loaded unless given. */
export function createPanel(parts: Partial<Panel['parts']> = {}) {
  const host = createHost();
  const boot = {
    app: 'app',
    name: 'Компания',
    theme: { accent: '#345' },
    locale: 'ru' as const,
    publicUrl: '',
    mailDelay: 300,
    supportEmail: null,
  };
  const panel = new Panel(boot, texts, {
    loadKeep: () => Promise.reject(new Error('offline')),
    loadLive: () => Promise.reject(new Error('offline')),
    loadTexts: async (locale) => (locale === 'ru' ? { texts } : import('../texts/en')),
    hasStored: () => Promise.resolve(false),
    ...parts,
  });
  panel.bridge = openBridge(host.window, hearHost(panel));
  return { host, panel };
}

/** Lets `ms` of faked time pass. */
export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Stands in for the lazy chunks: keeps what would have been stored and sent. */
export function createParts() {
  const sent: unknown[] = [];
  const saved: unknown[] = [];
  const state = { closed: 0, lost: 0, leaving: Promise.resolve() };
  const keep = {
    owner: 'ivan',
    store: { list: () => Promise.resolve([{}]) },
    drafts: {
      save: async (key: string, draft: unknown) => void saved.push([key, draft]),
      clear: async () => void saved.push('cleared'),
    },
  } as unknown as Keep;
  const live = {
    send: async (key: string, draft: unknown) => void sent.push([key, draft]),
    leave: () => state.leaving.then(() => state.lost),
    close: () => void state.closed++,
  } as unknown as Live;
  return {
    sent,
    saved,
    state,
    parts: {
      loadKeep: async () => ({ startKeep: async () => keep }),
      loadLive: async () => ({ startLive: async () => live }),
    },
  };
}

/** A panel whose person is signed in, once `api` or `serve` answers. */
export async function signIn(parts: Parameters<typeof createPanel>[0] = {}) {
  const made = createPanel(parts);
  made.host.post(hostState());
  await pass();
  made.host.post({ type: 'token', id: 1, token: 'jwt' });
  await pass();
  return made;
}

/** A server that answers a session, and no articles. */
export const api = (answer: [number, unknown] = [201, SESSION]) =>
  serve(({ path }) => (path === '/session' ? answer : [200, { results: [] }]));
