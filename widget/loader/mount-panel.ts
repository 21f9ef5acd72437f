import { app } from './app';
import { core, type HostScript } from './core';
import { emit } from './events';
import { make } from './launcher';

declare const __HOST_SCRIPT__: string;
let failures = 0;

/** Loads the panel's page, unseen, and beside it the host script; once. */
export function mountPanel() {
  if (core.frame) return;
  const frame = make('iframe');
  core.frame = frame;
  frame.hidden = true;
  frame.allow = 'clipboard-write';
  frame.src = `${app.origin}/panel?app=${app.key}&locale=${core.locale()}`;
  // A failed import is remembered under its URL.
  import(/* @vite-ignore */ `${app.origin}/assets/${__HOST_SCRIPT__}#${failures}`)
    .then((script: HostScript) => script.attach(core))
    .catch(() => {
      failures++;
      core.frame = core.frame?.remove() as undefined;
      emit('error', { code: 'unavailable' });
    });
}
