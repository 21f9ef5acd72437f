import type { HostState, PanelEvents, ToHost, ToPanel } from '@beseda/shared/protocol/host-bridge';

/** The panel's end of the line to the host page. */
export interface Bridge {
  post(message: ToHost): void;
  raise<Name extends keyof PanelEvents>(name: Name, detail: PanelEvents[Name]): void;
  /** A fresh token from the host's `getToken`; null when there is none, `false` when it failed. */
  askToken(): Promise<string | null | false>;
  /** The host's state as it is now: pages change without notice. */
  askState(): Promise<HostState>;
}

/** The window a bridge talks from and to; the real one, or a test's. */
export type BridgeWindow = Pick<Window, 'addEventListener' | 'parent'>;

const READY_MS = 200;

/**
 * Announces the panel until the host answers. The host's origin is learnt from its first `state`: who may frame
 * the panel at all is limited by `frame-ancestors`, and only the parent window is listened to.
 */
export function openBridge(
  own: BridgeWindow,
  onMessage: (message: Exclude<ToPanel, { type: 'token' }>) => void,
): Bridge {
  let origin = '';
  let asked = 0;
  const tokens = new Map<number, (token: string | null | false) => void>();
  let states: ((state: HostState) => void)[] = [];

  const post = (message: ToHost) => own.parent.postMessage(message, origin || '*');
  // `ready` says nothing, so that it may go to an origin that is not known yet.
  const announce = () => {
    if (origin) return;
    post({ type: 'ready' });
    setTimeout(announce, READY_MS);
  };

  own.addEventListener('message', ({ source, origin: from, data }: MessageEvent<ToPanel>) => {
    if (source !== own.parent || (origin ? from !== origin : data?.type !== 'state')) return;
    origin = from;
    if (data.type === 'token') {
      tokens.get(data.id)?.(data.error ? false : data.token);
      tokens.delete(data.id);
      return;
    }
    if (data.type === 'state') {
      for (const answer of states) answer(data);
      states = [];
    }
    onMessage(data);
  });
  announce();

  return {
    post,
    raise: (name, detail) => post({ type: 'event', name, detail } as ToHost),
    askToken: () =>
      new Promise((resolve) => {
        tokens.set(++asked, resolve);
        post({ type: 'getToken', id: asked });
      }),
    askState: () =>
      new Promise((resolve) => {
        states.push(resolve);
        post({ type: 'getState' });
      }),
  };
}
