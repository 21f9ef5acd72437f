import { type Clock, systemClock } from '@beseda/shared/client/clock';
import type { Http } from '@beseda/shared/client/http';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { OtherEditor } from '@beseda/shared/protocol/kb';

const AGAIN_MS = 15_000;

export interface EditorsWatch {
  others: Value<readonly OtherEditor[]>;
  /** Says now that the article is open: it is looked at again. */
  tell(): void;
  stop(): void;
}

/** Says again and again that the article is open here, and knows from the answers who else has it open. */
export function watchEditors(options: {
  http: Http;
  /** Of the article in its language. */
  path: string;
  /** Says that it is closed; it is called after the last word that it is open. */
  leave: () => void;
  clock?: Clock;
}): EditorsWatch {
  const { http, path, leave, clock = systemClock } = options;
  const others = createValue<readonly OtherEditor[]>([]);
  let running: Promise<void> | null = null;
  let stopped = false;
  let cancel = () => {};

  function tell(): void {
    if (stopped) return;
    cancel();
    running ??= ask().finally(() => {
      running = null;
      if (!stopped) cancel = clock.after(AGAIN_MS, tell);
    });
  }

  async function ask(): Promise<void> {
    const ack = await http<{ others: OtherEditor[] }>('PUT', `${path}/editing`, {});
    if (ack.ok && !stopped) others.set(ack.data.others);
  }

  tell();
  return {
    others,
    tell,
    stop() {
      stopped = true;
      cancel();
      void Promise.resolve(running).then(leave);
    },
  };
}
