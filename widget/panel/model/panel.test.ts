import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obeyHost } from './obey-host';
import { api, createPanel, createParts, HOST, hostState, pass, SESSION, serve, signIn } from './testing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the panel', () => {
  it('exchanges a token for a session that it keeps in memory', async () => {
    const calls = api();
    const { panel } = await signIn();
    expect(panel.state.access).toEqual({ kind: 'staff', session: SESSION });
    expect(calls.find(({ path }) => path === '/session')?.body).toEqual({ app: 'app', token: 'jwt' });
    expect(panel.headers()).toEqual({ authorization: 'Bearer secret' });
  });

  it('takes over the session that the loader has got', async () => {
    const calls = api();
    const { host, panel } = createPanel();
    host.post(hostState({ session: SESSION }));
    await pass();
    expect(panel.state.access.kind).toBe('staff');
    expect(calls.some(({ path }) => path === '/session')).toBe(false);
    expect(host.sent('getToken')).toEqual([]);
  });

  it('is nobody without a sign-in, and reads as one', async () => {
    const calls = api();
    const { host, panel } = createPanel();
    host.post(hostState({ signedIn: false }));
    await pass();
    expect(panel.state.access.kind).toBe('nobody');
    expect(calls.map(({ path }) => path.split('?')[0])).toEqual(['/articles/suggest']);
  });

  it('tells a distributor why, with what the server said', async () => {
    api([403, { code: 'not_staff', message: '', details: { company: 'Акме' } }]);
    const { host, panel } = await signIn();
    expect(panel.state.access).toEqual({ kind: 'refused', code: 'not_staff', details: { company: 'Акме' } });
    expect(host.sent('event').at(-1)?.message).toEqual({
      type: 'event',
      name: 'error',
      detail: { code: 'not_staff' },
    });
  });

  it('keeps trying while the server is away, and what was to be sent goes when it is back', async () => {
    let away = true;
    serve(({ path }) => {
      if (away) throw new TypeError('fetch failed');
      return path === '/session' ? [201, SESSION] : [200, { results: [] }];
    });
    const { parts, sent } = createParts();
    const { host, panel } = await signIn(parts);
    expect(panel.state.line).toBe('offline');
    panel.write('new', { text: ' Где выплата? ' });
    void panel.send('new');
    await pass(1000);
    expect(sent).toEqual([]);
    expect(panel.state.sending).toBe('new');
    expect(panel.draft().text).toBe(' Где выплата? ');
    away = false;
    for (let id = 2; id < 8; id++) {
      host.post({ type: 'token', id, token: 'jwt' });
      await pass(10_000);
    }
    expect(sent).toEqual([['new', { text: ' Где выплата? ', files: [] }]]);
    expect(panel.state.sending).toBeNull();
  });

  it('stores a draft when the typing pauses', async () => {
    api();
    const { parts, saved } = createParts();
    const { panel } = await signIn(parts);
    for (const text of ['В', 'Вы', 'Выплата']) panel.write('new', { text });
    await pass(999);
    expect(saved).toEqual([]);
    await pass(1);
    expect(saved).toEqual([['new', { text: 'Выплата', files: [] }]]);
  });

  it('shows nothing of one person to the next', async () => {
    api();
    const { parts, state } = createParts();
    const { host, panel } = await signIn(parts);
    await panel.startLive();
    panel.write('new', { text: 'личное' });
    panel.go({ name: 'list' });
    host.post(hostState({ identity: 2 }));
    expect(panel.state).toMatchObject({
      access: { kind: 'waiting' },
      drafts: {},
      screens: [{ name: 'ask' }],
      conversations: null,
    });
    expect(panel.headers()).toEqual({});
    expect(state.closed).toBe(1);
  });

  it('changes its language at run time, with the types called as admins call them, and keeps the draft', async () => {
    api();
    const { host, panel } = await signIn();
    panel.boot.names = { en: { task: 'Job' } };
    panel.write('new', { text: 'Выплата' });
    host.post(hostState({ locale: 'en' }));
    await vi.waitFor(() => expect(panel.state.locale).toBe('en'));
    expect(panel.state.texts.send).toBe('Send');
    expect(panel.state.texts.types).toEqual({ question: 'Question', problem: 'Problem', task: 'Job' });
    expect(panel.draft().text).toBe('Выплата');
  });

  it('collects what was shown while the question was written', async () => {
    serve(({ path }) =>
      path === '/session' ? [201, SESSION] : [200, { results: [{ number: 7 }, { number: 9 }] }],
    );
    const { panel } = await signIn();
    expect(panel.evidence.take().shown).toEqual([]);
    panel.write('new', { text: 'выплата' });
    await pass(120);
    expect(panel.evidence.take()).toEqual({ shown: [7, 9], opened: [], refused: [] });
  });
});

describe('a call of the host', () => {
  it('prefills what is empty and leaves what the person wrote', async () => {
    api();
    const { panel } = await signIn();
    await obeyHost(panel, { type: 'call', method: 'prefill', value: { text: 'Здравствуйте' } });
    expect(panel.draft().text).toBe('Здравствуйте');
    panel.write('new', { text: 'Моё' });
    await obeyHost(panel, { type: 'call', method: 'prefill', value: { text: 'Другое' } });
    expect(panel.draft().text).toBe('Моё');
  });

  it('that is not understood is an error event and nothing else', async () => {
    api();
    const { host, panel } = await signIn();
    await obeyHost(panel, { type: 'call', method: 'suggest', value: 'нет' });
    expect(host.posted.at(-1)).toEqual({
      message: { type: 'event', name: 'error', detail: { code: 'invalid_call', method: 'suggest' } },
      origin: HOST,
    });
  });

  it('to log out ends the session on the server and says how much was lost', async () => {
    const calls = api();
    const { parts, state, saved } = createParts();
    const { host, panel } = await signIn(parts);
    state.lost = 2;
    await obeyHost(panel, { type: 'logout' });
    await pass();
    expect(calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/session' });
    expect(calls.at(-1)?.headers).toEqual({ authorization: 'Bearer secret' });
    expect(panel.state.access.kind).toBe('nobody');
    expect(saved).toEqual(['cleared']);
    expect(host.sent('event').at(-1)?.message).toMatchObject({
      detail: { code: 'outbox_discarded', count: 2 },
    });
  });

  it('leaves last words for what no disk has: a draft just typed, a message on its way, and nothing once both are kept', async () => {
    vi.stubGlobal('localStorage', memory());
    api();
    const { parts, saved } = createParts();
    const { panel } = await signIn(parts);
    panel.write('new', { text: 'Где' });
    panel.keepLast();
    expect(panel.lastWords()).toEqual([panel.owner(), { new: { text: 'Где', files: [] } }, []]);
    panel.lastWords(null);
    await pass(1000);
    expect(saved).toHaveLength(1);
    panel.keepLast();
    expect(panel.lastWords()).toBeNull();
    const message = { conversationId: 'c', clientId: 'm', text: 'В пути', files: [] };
    panel.leaving.add(message);
    panel.keepLast();
    expect(panel.lastWords()).toEqual([panel.owner(), {}, [message]]);
  });
});

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}
