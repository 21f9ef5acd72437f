import type { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../protocol/errors';
import type { Ack } from '../protocol/socket';
import { type ConnectionOptions, createConnection } from './connect';
import { createManualClock, settle } from './testing/manual-clock';

type Listener = (...args: unknown[]) => void;

/** The far end of one attempt, played by the test through the part of `Socket` that the connection uses. */
class ScriptedSocket {
  connected = false;
  dropped = false;
  answer: Ack<unknown> | 'never' = { ok: true, data: null };
  readonly options: { auth: unknown; transports: string[] };
  readonly #listeners = new Map<string, Listener>();
  #any: Listener = () => {};

  constructor(options: ScriptedSocket['options']) {
    this.options = options;
  }
  on(event: string, listener: Listener) {
    this.#listeners.set(event, listener);
  }
  onAny(listener: Listener) {
    this.#any = listener;
  }
  off() {
    this.#listeners.clear();
    return this;
  }
  offAny() {
    this.#any = () => {};
    return this;
  }
  disconnect() {
    this.connected = false;
    this.dropped = true;
  }
  timeout(_ms: number) {
    return {
      emit: (_event: string, _input: unknown, reply: Listener) =>
        this.answer === 'never' ? reply(new Error('timeout')) : reply(null, this.answer),
    };
  }
  happen(event: string, ...args: unknown[]) {
    if (event === 'connect') this.connected = true;
    this.#listeners.get(event)?.(...args);
  }
  refuse(code: ErrorCode) {
    this.happen('connect_error', Object.assign(new Error(code), { data: { code } }));
  }
  fact(name: string, data: unknown) {
    this.#any(name, data);
  }
}

function setUp(options: Partial<ConnectionOptions> = {}) {
  const sockets: ScriptedSocket[] = [];
  const clock = createManualClock();
  let wake = () => {};
  const open = (_url: string, socketOptions: ScriptedSocket['options']) => {
    const socket = new ScriptedSocket(socketOptions);
    sockets.push(socket);
    return socket;
  };
  const connection = createConnection({
    load: () => Promise.resolve(open as unknown as typeof io),
    url: 'https://support.example.com',
    handshake: () => ({ session: 's', v: 1 }),
    renew: () => Promise.resolve({ ok: false, code: 'unavailable' }),
    wakeups: (fn) => {
      wake = fn;
      return () => {};
    },
    clock,
    ...options,
  });
  const last = () => sockets.at(-1) as ScriptedSocket;
  const arrive = async () => {
    connection.connect();
    await settle();
    last().happen('connect');
  };
  return { sockets, clock, connection, last, arrive, wake: () => wake() };
}

const state = ({ connection }: ReturnType<typeof setUp>) => connection.state.get();

describe('a connection', () => {
  it('is idle until it is asked, then online, and hands on facts', async () => {
    const line = setUp();
    expect(state(line).kind).toBe('idle');
    await line.arrive();
    expect(state(line).kind).toBe('online');
    const heard: unknown[] = [];
    const stop = line.connection.on('session:ended', (fact) => heard.push(fact));
    line.last().fact('session:ended', { code: 'session_ended' });
    stop();
    line.last().fact('session:ended', { code: 'session_ended' });
    expect(heard).toEqual([{ code: 'session_ended' }]);
  });

  it('answers unavailable at once while there is no line', async () => {
    const line = setUp();
    const ack = await line.connection.request('conversation:close', { conversationId: 'x' });
    expect(ack).toEqual({ ok: false, code: 'unavailable' });
  });

  it('tries again by itself, ever more slowly, with a socket of its own each time', async () => {
    const clock = createManualClock();
    const times: number[] = [];
    const line = setUp({
      clock,
      load: () => {
        times.push(clock.now());
        return Promise.reject(new Error('no network'));
      },
    });
    line.connection.connect();
    await clock.advance(120_000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    for (const [index, gap] of gaps.entries()) {
      const most = Math.min(30_000, 1000 * 2 ** index);
      expect(gap).toBeGreaterThanOrEqual(most / 2);
      expect(gap).toBeLessThanOrEqual(most);
    }
    expect(state(line).kind).toBe('offline');
  });

  it('starts every third attempt with polling, as some proxies swallow WebSockets', async () => {
    const line = setUp();
    line.connection.connect();
    await settle();
    for (let attempt = 0; attempt < 3; attempt++) await line.clock.advance(15_000 + 30_000);
    const first = line.sockets.map(({ options }) => options.transports[0]);
    expect(first.slice(0, 3)).toEqual(['websocket', 'websocket', 'polling']);
  });

  it('takes a line without answers for dead and opens another', async () => {
    const line = setUp();
    await line.arrive();
    line.last().answer = 'never';
    const ack = await line.connection.request('conversation:close', { conversationId: 'x' });
    await settle();
    expect(ack).toEqual({ ok: false, code: 'unavailable' });
    expect(line.sockets).toHaveLength(2);
    expect(line.sockets[0]?.dropped).toBe(true);
  });

  it('wakes at once when the browser says so, and after sleep even when it seems online', async () => {
    const line = setUp();
    await line.arrive();
    line.wake();
    expect(line.sockets).toHaveLength(1);
    line.last().happen('disconnect');
    line.wake();
    await settle();
    expect(line.sockets).toHaveLength(2);
    line.last().happen('connect');
    await line.clock.advance(60_000);
    expect(line.sockets).toHaveLength(2);
  });

  it('opens a new line when the clock shows that the machine has slept', async () => {
    const clock = createManualClock();
    let slept = 0;
    const line = setUp({ clock: { now: () => clock.now() + slept, after: clock.after } });
    await line.arrive();
    slept = 3_600_000;
    await clock.advance(15_000);
    expect(line.sockets).toHaveLength(2);
  });

  it('asks for a new session when the old one is over, and is refused when there is none', async () => {
    const answers: Ack<unknown>[] = [
      { ok: true, data: null },
      { ok: false, code: 'not_staff' },
    ];
    const line = setUp({ renew: () => Promise.resolve(answers.shift() as Ack<unknown>) });
    await line.arrive();
    line.last().happen('disconnect');
    await line.clock.advance(1000);
    line.last().refuse('session_ended');
    await settle();
    expect(line.sockets).toHaveLength(3);
    line.last().happen('connect');
    line.last().answer = { ok: false, code: 'session_ended' };
    await line.connection.request('conversation:close', { conversationId: 'x' });
    await settle();
    expect(state(line)).toEqual({ kind: 'refused', code: 'not_staff' });
  });

  it('goes on trying while a new session cannot be asked for', async () => {
    const line = setUp();
    line.connection.connect();
    await settle();
    line.last().refuse('session_ended');
    await settle();
    expect(state(line).kind).toBe('offline');
    await line.clock.advance(1000);
    expect(line.sockets).toHaveLength(2);
  });

  it('tries again when its code could not be loaded', async () => {
    let failing = true;
    const line = setUp();
    const load = () =>
      failing
        ? Promise.reject(new Error('offline'))
        : Promise.resolve((() => new ScriptedSocket({ auth: null, transports: [] })) as unknown as typeof io);
    const other = createConnection({
      load,
      url: '',
      handshake: () => ({ v: 1 }),
      renew: () => Promise.resolve({ ok: false, code: 'unavailable' }),
      clock: line.clock,
    });
    other.connect();
    await settle();
    expect(other.state.get().kind).toBe('offline');
    failing = false;
    await line.clock.advance(1000);
    expect(other.state.get().kind).toBe('offline');
    other.close();
    expect(other.state.get().kind).toBe('idle');
  });
});
