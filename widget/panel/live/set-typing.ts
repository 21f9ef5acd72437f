import type { Live } from './start-live';

const REPEAT_MS = 3000;
const PAUSE_MS = 5000;

let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells the agents that the requester is writing, now and then, and that they have stopped. */
export function setTyping(threads: Live['threads'], id: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    last = 0;
    threads.setPresence(id, 'none');
  }, PAUSE_MS);
  if (Date.now() - last < REPEAT_MS) return;
  last = Date.now();
  threads.setPresence(id, 'replying');
}
