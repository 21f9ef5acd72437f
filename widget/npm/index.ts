import type { Beseda } from './types';

export type * from './types';

export interface LoadOptions {
  /** `https://support.example.com/widget.js?app=APP_KEY` */
  src: string;
  /** Nonce of your content security policy, where it asks for one. */
  nonce?: string;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

/**
 * Puts the queue stub in place and the loader's script into the page, once, and gives back the function to call.
 * Calls may be made at once. Under `require-trusted-types-for 'script'` allow the policy `beseda`.
 */
export function loadBeseda({ src, nonce }: LoadOptions): Beseda {
  if (!window.Beseda) {
    const calls: ArrayLike<unknown>[] = [];
    window.Beseda = Object.assign((...call: unknown[]) => void calls.push(call), { q: calls }) as Beseda;
    document.head.append(makeScript(src, nonce));
  }
  return beseda;
}

/** The global `Beseda`, for importing. Before `loadBeseda`, and on a server, a call does nothing. */
export const beseda: Beseda = ((...call: Parameters<Beseda>) =>
  typeof window === 'undefined' ? undefined : window.Beseda?.(...call)) as Beseda;

function makeScript(src: string, nonce?: string): HTMLScriptElement {
  const script = document.createElement('script');
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('beseda', { createScriptURL: (url) => url });
  script.src = policy ? policy.createScriptURL(src) : src;
  script.async = true;
  if (nonce) script.nonce = nonce;
  return script;
}
