import type { Locale } from '@beseda/shared/domain/words';

/** The app that embeds us; the server writes it into the script in place of the placeholder. */
export interface LoaderApp {
  key: string;
  /** Where panel and API live; the only origin that messages are exchanged with. */
  origin: string;
  accent: string;
  position: 'left' | 'right';
  /** For pages that do not say theirs. */
  locale?: Locale;
  /** The launcher's words, where the vendor has their own. */
  text?: string;
}

declare const __BESEDA_APP__: LoaderApp;
export const app = __BESEDA_APP__;
