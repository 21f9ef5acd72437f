import type { Locale } from '../domain/words';

/**
 * Choosing a page of the host application for an article: the desk opens it in a window of this name, whose loader then
 * speaks with it. Each side takes messages from the other's exact origin and window only; nothing stands in an address.
 */
export const PICK_WINDOW = 'beseda pick';

/** `id` is made for one choice and means nothing afterwards. */
export interface PickStart {
  type: 'beseda pick';
  id: string;
  title: string;
  locale: Locale;
}

/** From every page that is opened there. `picked` without a route: the choice was given up. */
export type PickAnswer =
  | { type: 'beseda pick ready' }
  | { type: 'beseda picked'; id: string; route: string | null };

/** `GET /api/v1/kb/host-pages`: where an embedding site can be opened. */
export interface HostPage {
  app: string;
  origin: string;
  address: string;
}
