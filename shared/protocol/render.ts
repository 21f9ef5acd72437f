import type { PageData, PageFrame } from '../domain/page-data';
import type { TypeRules } from '../domain/type-rules';
import type { Locale } from '../domain/words';

/** What the panel knows before it asks anything; stands in its page as `<script type="application/json" id="boot">`. */
export interface PanelBoot extends TypeRules {
  app: string;
  /** The vendor's name, as people read it. */
  name: string;
  theme: { accent: string };
  locale: Locale;
  publicUrl: string;
  /** Seconds after which an unseen answer goes out by email. */
  mailDelay: number;
  supportEmail: string | null;
}

/** What stands in the page: the boot data and the texts of its locale, so that the first locale costs no request. */
export interface PanelPageData extends PanelBoot {
  texts: Record<string, unknown>;
}

/** How the editor of articles shows what is being written. */
export interface PreviewFrame {
  locale: Locale;
  /** Any CSS colour. */
  accent: string;
  as: 'page' | 'panel';
}

export interface RenderOptions {
  /** Allows the page's inline style sheet and data under a strict CSP; new for every answer. */
  nonce: string;
}

/** What `widget/dist/server/render.js` exports; whole HTML documents come back. */
export interface RenderBundle {
  renderPage(frame: PageFrame, data: PageData, options: RenderOptions): string;
  renderPanel(boot: PanelBoot, options: RenderOptions): string;
  renderPreview(frame: PreviewFrame, options: RenderOptions): string;
}
