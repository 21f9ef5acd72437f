import type { Locale } from '@beseda/shared/domain/words';

/** The app that embeds us; the server writes it into the script in place of the placeholder. */
export interface LoaderApp {
  key: string;
  /** Where panel and API live; the only origin that messages are exchanged with. */
  origin: string;
  position: 'left' | 'right';
  /** The launcher's style sheet, with the theme in it. */
  css: string;
  /** What the launcher says. */
  text: Record<Locale, string>;
  /** The page has a button of its own; ours waits for `show`. */
  hidden?: boolean;
}

declare const __BESEDA_APP__: LoaderApp;
export const app = __BESEDA_APP__;
