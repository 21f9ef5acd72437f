import type { Distributor, ReportField } from '@beseda/shared/domain/report';
import type { TicketType } from '@beseda/shared/domain/words';
import type { ThemeChoice, WidgetEvents } from '@beseda/shared/protocol/host-bridge';

export type { WidgetError, WidgetEvents } from '@beseda/shared/protocol/host-bridge';

/** Takes `init` and `update`; what `update` leaves out stays as it was. */
export interface BesedaOptions {
  /**
   * Fetches a fresh token from your server (a JWT made with the app's secret). Asked again whenever the session
   * ends. Left out: an anonymous visitor, who reads public articles. Another function means another person.
   */
  getToken?: (() => string | Promise<string>) | null;
  /** `ru` or `en`; else the page's `<html lang>` decides. */
  locale?: string;
  /** `system` unless given. */
  theme?: ThemeChoice;
  /** Corner of the launcher and the panel; the app's setting unless given. */
  position?: 'left' | 'right';
  /**
   * Remembers the last script errors and failed requests, for the requester to send with a new conversation if they
   * want to. Nothing of the page is patched; secrets are stripped before anything leaves it.
   */
  diagnostics?: boolean;
  /** Draws a «?» into elements with `data-beseda-help` and `data-beseda-article`, where the article may be read. */
  help?: boolean;
}

/** `fields`: of a problem `doing`, `expected`, `got`; of a task `what`, `where`, `by`, `materials`. */
export interface Prefill {
  /** The question; of a problem what is done, of a task what is to be done. */
  text?: string;
  subject?: string;
  type?: TicketType;
  fields?: Partial<Record<ReportField, string>>;
  /** Whom the question concerns, where it is asked on a distributor's behalf. */
  distributor?: Distributor;
}

export type EventName = keyof WidgetEvents;
export type Listener<Name extends EventName> = (detail: WidgetEvents[Name]) => void;

/** Arguments of every method. */
export interface BesedaMethods {
  /** Draws the launcher. Nothing else is loaded before somebody wants it. */
  init: [options?: BesedaOptions];
  update: [options: BesedaOptions];
  open: [];
  close: [];
  toggle: [];
  /** Shows the launcher again after `hide`. */
  show: [];
  /** Hides the launcher; `open` still opens the panel. */
  hide: [];
  /** Opens an empty composer, or one with this text. */
  newConversation: [text?: string];
  search: [query: string];
  /** Opens an article by number or slug. */
  article: [numberOrSlug: number | string];
  /** What to offer before anything is typed: these articles, or those of a page of your application. */
  suggest: [articles: number[] | { route: string }];
  /** Fills an untouched draft. */
  prefill: [draft: Prefill];
  /** Travels with a new conversation for the agent to see. Flat; at most 30 keys, 500 characters each. */
  context: [context: Record<string, string | number | boolean>];
  /** Ends the session here and on the server and clears what was stored. */
  logout: [];
  /** Removes everything; `init` starts anew. */
  destroy: [];
}

/** The global function. Calls made before the loader arrived are queued and return undefined. Never throws. */
export interface Beseda {
  <Method extends keyof BesedaMethods>(method: Method, ...args: BesedaMethods[Method]): void;
  <Name extends EventName>(
    method: 'on' | 'once',
    event: Name,
    listener: Listener<Name>,
  ): (() => void) | undefined;
  /** Without a listener: all of this event. */
  <Name extends EventName>(method: 'off', event: Name, listener?: Listener<Name>): void;
  /** The queue of calls that the loader has not seen yet. */
  q?: { push(call: ArrayLike<unknown>): unknown };
}

declare global {
  interface Window {
    Beseda?: Beseda;
  }
}
