import type { HostCall, HostState, ToPanel } from '@beseda/shared/protocol/host-bridge';
import type { Call, Core } from '../core';

type Late = HostCall | Extract<ToPanel, { type: 'logout' | 'captured' }>;

/** What is said to the panel. Calls made before it listens are kept, the last of each method. */
export function openLine(core: Core, frame: HTMLIFrameElement, isShown: () => boolean) {
  const late = new Map<string, Late>();
  let ready = false;

  const post = (message: ToPanel) => frame.contentWindow?.postMessage(message, core.app.origin);
  const state = (): HostState => ({
    type: 'state',
    locale: core.locale(),
    theme: core.options.theme ?? 'system',
    signedIn: Boolean(core.options.getToken),
    identity: core.identity,
    ...(core.session && { session: core.session }),
    page: { url: location.href, title: document.title },
    ...(core.failures && { failures: core.failures() }),
    beside: core.beside,
    visible: isShown(),
  });
  const postLate = (type: Late['type']) => {
    for (const message of late.values()) if (message.type === type) post(message);
  };

  return {
    isReady: () => ready,
    /** The panel listens: the state first, then what waited. */
    open() {
      ready = true;
      // Who was logged out before the panel came is not who may be signed in by now.
      if (late.has('logout')) {
        const { session: _, ...rest } = state();
        post({ ...rest, signedIn: false, identity: -1 });
      }
      postLate('logout');
      post(state());
      postLate('call');
      late.clear();
    },
    tellState() {
      if (ready) post(state());
    },
    tell(message: Late) {
      // A copy, so that what cannot travel fails here, and not when the panel comes.
      if (ready) post(message);
      else late.set('method' in message ? message.method : message.type, structuredClone(message));
    },
    async answerToken(id: number) {
      try {
        post({ type: 'token', id, token: (await core.options.getToken?.()) || null });
      } catch {
        post({ type: 'token', id, token: null, error: true });
        core.emit('error', { code: 'token_failed' });
      }
    },
    /** What was never said, as calls for the next frame. */
    unsaid: (): Call[] =>
      [...late.values()].map((message) =>
        'method' in message ? [message.method, message.value] : [message.type],
      ),
  };
}
