import type { Draft, Drafts } from '@beseda/shared/client/drafts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreDrafts } from '../keep/restore-drafts';
import { api, createParts, hostState, pass, SESSION, serve, signIn } from './testing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('one person after another', () => {
  const tokens = (calls: ReturnType<typeof api>) =>
    calls.flatMap(({ path, body }) =>
      path === '/session' && body ? [(body as { token: string }).token] : [],
    );

  it('ends the session of who logs out, whoever comes in the same breath', async () => {
    const calls = api();
    const { host, panel } = await signIn(createParts().parts);
    host.post({ type: 'logout' });
    host.post(hostState({ identity: 2, signedIn: false }));
    host.post(hostState({ identity: 3 }));
    await vi.waitFor(() => expect(host.sent('getToken')).toHaveLength(2));
    host.post({ type: 'token', id: 2, token: 'next' });
    await pass();
    expect(tokens(calls)).toEqual(['jwt', 'next']);
    const ended = calls.find(({ method }) => method === 'DELETE');
    expect(ended?.headers).toEqual({ authorization: 'Bearer secret' });
    expect(panel.state.access.kind).toBe('staff');
  });

  it('makes nobody wait for what the former has left to send', async () => {
    api();
    const { parts, state } = createParts();
    const { host, panel } = await signIn(parts);
    await panel.startLive();
    state.leaving = new Promise(() => {});
    host.post({ type: 'logout' });
    host.post(hostState({ identity: 2 }));
    await vi.waitFor(() => expect(host.sent('getToken')).toHaveLength(2));
    expect(panel.state.access.kind).toBe('waiting');
  });

  it('carries out a call for who was there when it was made', async () => {
    api();
    const { host, panel } = await signIn();
    host.post({ type: 'call', method: 'prefill', value: { text: 'Заказ Ивана' } });
    host.post(hostState({ identity: 2 }));
    await vi.waitFor(() => expect(host.sent('getToken')).toHaveLength(2));
    expect(panel.draft().text).toBe('');
  });

  it('takes no session from an exchange that was begun for somebody else', async () => {
    let answer: (given: [number, unknown]) => void = () => {};
    serve(({ path, body }) => {
      if (path !== '/session') return [200, { results: [] }];
      if ((body as { token: string }).token !== 'jwt') return [201, { ...SESSION, session: 'next' }];
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    const { host, panel } = await signIn();
    host.post(hostState({ identity: 2 }));
    host.post({ type: 'token', id: 2, token: 'other' });
    await pass();
    expect(panel.headers()).toEqual({ authorization: 'Bearer next' });
    answer([201, SESSION]);
    await pass();
    expect(panel.headers()).toEqual({ authorization: 'Bearer next' });
  });

  it('shows no drafts that were on their way from the disk', async () => {
    api();
    const { host, panel } = await signIn();
    let give: (stored: Record<string, Draft>) => void = () => {};
    const drafts = {
      loadAll: () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    } as Drafts;
    const restored = restoreDrafts(panel, drafts);
    host.post(hostState({ identity: 2 }));
    give({ new: { text: 'личное', files: [] } });
    await restored;
    expect(panel.state.drafts).toEqual({});
  });

  it('starts nothing for who has gone while the code was loaded', async () => {
    api();
    const { parts } = createParts();
    let load = () => {};
    const startKeep = vi.fn(parts.loadKeep);
    const loading = new Promise<void>((resolve) => {
      load = resolve;
    });
    const { host, panel } = await signIn({
      ...parts,
      loadKeep: async () => {
        await loading;
        return { startKeep: async () => (await startKeep()).startKeep() };
      },
    });
    const started = panel.startLive();
    host.post(hostState({ identity: 2, session: { ...SESSION, session: 'next' } }));
    await pass();
    load();
    expect(await started).toBeNull();
    expect(startKeep).not.toHaveBeenCalled();
  });
});
