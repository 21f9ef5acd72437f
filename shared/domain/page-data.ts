import type { Locale, Visibility } from './words';

/** What the support centre's pages are rendered from; made by the server, drawn by the bundle that `widget` builds. */
export interface PageFrame {
  locale: Locale;
  /** The vendor's name, as people read it. */
  name: string;
  /** The vendor's colour, any CSS colour; contrast is enforced by the style sheet. */
  accent: string;
  /** Same page in the other languages that have it, path by locale. */
  alternates: Partial<Record<Locale, string>>;
  canonical: string;
  /** Loader of the install's own app, to offer «Начать беседу» on the pages too. */
  widgetApp: string | null;
}

export interface ArticleLink {
  number: number;
  title: string;
  url: string;
}

export interface SectionTree {
  number: number;
  title: string;
  url: string;
  articles: ArticleLink[];
}

export type PageData =
  | { page: 'home'; sections: SectionTree[] }
  | { page: 'section'; section: SectionTree; sections: SectionTree[] }
  | {
      page: 'article';
      article: {
        number: number;
        title: string;
        html: string;
        author: string;
        posted: string;
        updated: string;
        visibility: Visibility;
        section: { number: number; title: string; url: string };
        url: string;
      };
      sections: SectionTree[];
      voted: 'yes' | 'no' | null;
    }
  | {
      page: 'search';
      query: string;
      hits: { title: string; url: string; snippet: string; marks: [number, number][] }[];
    }
  | { page: 'missing'; sections: SectionTree[] };
