import { app } from './app';
import { core, type HostScript } from './core';
import { emit } from './events';
import { make } from './launcher';

declare const __HOST_SCRIPT__: string;
let failures = 0;

/** Loads the host script, which sees to what there is. A failed import is remembered under its URL. */
export function loadHost(onFailure?: () => void) {
  import(/* @vite-ignore */ `${app.origin}/assets/${__HOST_SCRIPT__}#${failures}`)
    .then((script: HostScript) => script.attach(core))
    .catch(() => {
      failures++;
      onFailure?.();
    });
}

/** Loads the panel's page, unseen, and beside it the host script; once. */
export function mountPanel() {
  if (core.frame) return;
  const frame = make('iframe');
  core.frame = frame;
  frame.hidden = true;
  frame.allow = 'clipboard-write';
  frame.src = `${app.origin}/panel?app=${app.key}&locale=${core.locale()}`;
  loadHost(() => {
    core.frame = core.frame?.remove() as undefined;
    emit('error', { code: 'unavailable' });
  });
}
