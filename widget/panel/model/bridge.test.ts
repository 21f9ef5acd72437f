import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBridge } from './bridge';
import { createHost, HOST, hostState } from './testing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the bridge', () => {
  it('repeats ready until the host has answered', () => {
    const host = createHost();
    openBridge(host.window, () => {});
    vi.advanceTimersByTime(450);
    expect(host.sent('ready')).toHaveLength(3);
    host.post(hostState());
    vi.advanceTimersByTime(1000);
    expect(host.sent('ready')).toHaveLength(3);
  });

  it('posts to the exact origin that the first state came from', () => {
    const host = createHost();
    const bridge = openBridge(host.window, () => {});
    host.post(hostState());
    bridge.post({ type: 'close' });
    expect(host.posted.at(-1)).toEqual({ message: { type: 'close' }, origin: HOST });
  });

  it('hears nobody but its parent, and no other origin afterwards', () => {
    const host = createHost();
    const heard: string[] = [];
    openBridge(host.window, ({ type }) => heard.push(type));
    host.post({ type: 'logout' });
    host.post(hostState(), HOST, {});
    host.post(hostState());
    host.post({ type: 'logout' }, 'https://evil.example');
    host.post({ type: 'logout' });
    expect(heard).toEqual(['state', 'logout']);
  });

  it('gets a token for each question, and false when getToken failed', async () => {
    const host = createHost();
    const bridge = openBridge(host.window, () => {});
    host.post(hostState());
    const first = bridge.askToken();
    const second = bridge.askToken();
    host.post({ type: 'token', id: 2, token: null, error: true });
    host.post({ type: 'token', id: 1, token: 'jwt' });
    expect(await first).toBe('jwt');
    expect(await second).toBe(false);
  });
});
