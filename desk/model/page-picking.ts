import type { Locale } from '@beseda/shared/domain/words';
import { PICK_WINDOW, type PickAnswer, type PickStart } from '@beseda/shared/protocol/pick';

/** The window of the desk, or a test's. */
type Own = Pick<Window, 'addEventListener'> & {
  open(url: string, target: string): Pick<Window, 'postMessage'> | null;
};

interface Choice {
  /** Begins with `origin`, which alone is spoken with. */
  address: string;
  origin: string;
  title: string;
  locale: Locale;
  /** Null: it was given up. */
  onPicked: (route: string | null) => void;
  signal: AbortSignal;
}

const MOST_LENGTH = 1_000;

/** Opens a page of the host application for choosing there; false when the browser refuses the window. */
export function pickPage(own: Own, { address, origin, title, locale, onPicked, signal }: Choice): boolean {
  const opened = own.open(address, PICK_WINDOW);
  if (!opened) return false;
  const id = crypto.randomUUID();
  const start: PickStart = { type: 'beseda pick', id, title, locale };
  own.addEventListener(
    'message',
    ({ source, origin: from, data }: MessageEvent<PickAnswer | null>) => {
      if (source !== opened || from !== origin) return;
      if (data?.type === 'beseda pick ready') opened.postMessage(start, origin);
      if (data?.type === 'beseda picked' && data.id === id) onPicked(readRoute(data.route));
    },
    { signal },
  );
  return true;
}

/** What comes from another site is taken as a path or not at all. */
function readRoute(route: unknown): string | null {
  return typeof route === 'string' && route.startsWith('/') ? route.slice(0, MOST_LENGTH) : null;
}
