import type { ReaderComment } from './reader-comment';
import type { TypeRules } from './type-rules';
import type { CommentState, Locale, PersonMail, RatingScore, Visibility } from './words';

/** What the support centre's pages are rendered from; made by the server, drawn by the bundle that `widget` builds. */
export interface PageFrame {
  locale: Locale;
  /** The vendor's name, as people read it. */
  name: string;
  /** The vendor's colour, any CSS colour; contrast is enforced by the style sheet. */
  accent: string;
  /** Same page in the languages that have it, this one included; path by locale. */
  alternates: Partial<Record<Locale, string>>;
  /** Where the switch of languages leads, where that is not the same page: an article that is not translated. */
  switches?: Partial<Record<Locale, string>>;
  canonical: string;
  /** Whether it is for everybody: search engines may list it. */
  open: boolean;
  /** Loader of the install's own app, to offer «Начать беседу» on the pages too. */
  widgetApp: string | null;
}

export interface ArticleLink {
  number: number;
  title: string;
  url: string;
  /** Of the title, where it is not the page's. */
  lang?: Locale;
}

export interface SectionTree {
  number: number;
  title: string;
  url: string;
  articles: ArticleLink[];
}

/** A section in a table of contents that has no room for everything. */
export interface ListedSection extends SectionTree {
  /** Of all its articles, `articles` has some; 0 listed: only its page has them. */
  count: number;
}

/** `number` null: the sections that stand in no category. */
export interface ListedCategory {
  number: number | null;
  title: string;
  url: string;
  lead: string;
  sections: ListedSection[];
}

/** The table of contents beside a page. */
export type Navigation = ListedCategory[];

/** An article among others of many sections. */
export interface ArticleTeaser extends ArticleLink {
  section: string;
  /** `YYYY-MM-DD`. */
  updated: string;
}

/** An article as its page shows it. */
export interface ShownArticle {
  number: number;
  title: string;
  /** Of the text: another one than the page's where there is no translation. */
  locale: Locale;
  /** Safe HTML. */
  html: string;
  author: string;
  posted: string;
  updated: string;
  visibility: Visibility;
  section: { number: number; title: string; url: string };
  category: { title: string; url: string } | null;
  url: string;
}

/** What «Мои обращения» knows before it asks anything; stands in its page as `<script type="application/json" id="page-data">`. */
export interface PortalBoot extends TypeRules {
  locale: Locale;
  /** The vendor's name, as people read it. */
  name: string;
  publicUrl: string;
  /** Seconds after which an unseen answer goes out by email. */
  mailDelay: number;
  supportEmail: string;
  /** Whether the visitor's cookie is good: a session for the page can be asked for. */
  signedIn: boolean;
}

export type PortalView =
  /** The place that the requests are drawn in. */
  | { is: 'requests' }
  /** `to`: what they came to see, `new` or a ticket's number; ''. */
  | { is: 'sign-in'; to: string; email: string; invalid: boolean }
  | { is: 'asked'; to: string }
  /** Whom a host's form would sign in: asked where the browser does not say which site has sent it. */
  | { is: 'confirm'; app: string; token: string; to: string; name: string; company: string };

/** Why somebody may not enter. */
export interface PortalRefusal {
  /** One of shared/protocol/errors.ts. */
  code: string;
  company: string | null;
  /** Where a distributor's own company helps. */
  supportUrl: string | null;
}

export interface FoundHit {
  number: number;
  title: string;
  url: string;
  /** The section's title. */
  section: string;
  snippet: string;
  marks: [number, number][];
  titleMarks: [number, number][];
}

/** What a search found, as far as its reader may read. */
export interface FoundPage {
  /** The best of them. */
  hits: FoundHit[];
  /** Of the section that is chosen, and of all. */
  total: number;
  all: number;
  section: number | null;
  /** Where they stand, most first. */
  sections: { number: number; title: string; count: number }[];
  /** What was probably meant; null: what was typed. */
  corrected: string | null;
  /** Where nothing was found. */
  closest: FoundHit[];
}

/** What stands under an article, and whether this visitor may add to it. */
export interface ArticleComments {
  /** `off`: comments are not taken; `sign-in`: this visitor would have to. */
  may: 'write' | 'sign-in' | 'off';
  list: ReaderComment[];
  /** What became of the one just sent. */
  sent: CommentState | null;
  /** What was not taken, and why: one of shared/protocol/errors.ts. */
  refused: { text: string; code: string } | null;
}

export type PageData =
  | {
      page: 'home';
      categories: ListedCategory[];
      popular: ArticleTeaser[];
      recent: ArticleTeaser[];
      /** What strangers do not read; null: nobody has signed in. */
      own: { kind: 'staff' | 'agents'; name: string; articles: ArticleTeaser[] } | null;
    }
  | { page: 'category'; category: ListedCategory; navigation: Navigation }
  | {
      page: 'section';
      /** Its articles of this page of the list. */
      section: SectionTree & { lead: string; category: { title: string; url: string } | null };
      count: number;
      /** What it has in another language alone; on the last page of the list. */
      untranslated: ArticleLink[];
      /** Of the list, from 1. */
      sheet: number;
      sheets: number;
      navigation: Navigation;
    }
  | {
      page: 'article';
      article: ShownArticle;
      previous: ArticleLink | null;
      next: ArticleLink | null;
      related: ArticleLink[];
      navigation: Navigation;
      voted: 'yes' | 'no' | null;
      /** A «no» was explained. */
      told: boolean;
      comments: ArticleComments;
    }
  | {
      page: 'search';
      query: string;
      found: FoundPage;
    }
  | { page: 'requests'; boot: PortalBoot; view: PortalView; refused: PortalRefusal | null }
  | {
      page: 'rate';
      /** `gone`: the link is good no more; `reopened`: there is nothing to rate yet. */
      state: 'asked' | 'saved' | 'reopened' | 'gone';
      ticket: { number: number; subject: string } | null;
      /** What the form is sent to. */
      token: string;
      score: RatingScore | null;
      comment: string;
    }
  | { page: 'mail'; token: string; wanted: readonly PersonMail[]; saved: boolean }
  /** `closest`: what the words of the address may have meant. */
  | { page: 'missing'; closest: ArticleLink[]; navigation: Navigation };
