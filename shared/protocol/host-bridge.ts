import type { Failure } from '../domain/event';
import type { Locale } from '../domain/words';
import type { ErrorCode } from './errors';
import type { SessionCreated } from './http';

/**
 * Messages between the loader in the host page and the panel's iframe. Each side checks the other's exact
 * origin and window. The loader states and passes on; whatever needs thought is the panel's.
 */

export type ThemeChoice = 'light' | 'dark' | 'system';

/**
 * The host's whole state; the panel compares it with the last one. Sent after the panel's `ready`, whenever
 * something changes, and as the answer to `getState` (ask before starting a conversation: pages change).
 */
export interface HostState {
  type: 'state';
  locale: Locale;
  theme: ThemeChoice;
  /** Whether `getToken` was given. */
  signedIn: boolean;
  /** Another number means another person, or nobody: the session is dropped and a token asked for again. */
  identity: number;
  /** What the loader's own exchange at idle was answered, if there was one; belongs to this `identity`. */
  session?: SessionCreated;
  page: { url: string; title: string };
  /** Only where the host asked for diagnostics. */
  failures?: Failures;
  /** Whether the panel stands beside the page; undefined where it cannot, as on a phone. */
  beside?: boolean | undefined;
  visible: boolean;
}

/** The last failures in the page, oldest first, without secrets. */
export interface Failures {
  errors: Failure[];
  requests: Failure[];
}

/** Calls of the JS API that the panel carries out. `value` is passed as it came: see `readHostCall`. */
export type PanelMethod = 'newConversation' | 'prefill' | 'search' | 'article' | 'suggest' | 'context';
export interface HostCall {
  type: 'call';
  method: PanelMethod;
  value?: unknown;
}

/** Host → panel. `token` answers `getToken`; null when there is none or `getToken` failed (`error`). */
export type ToPanel =
  | HostState
  | HostCall
  | { type: 'token'; id: number; token: string | null; error?: boolean }
  /** Answers `capture`: this page as a PNG, without what is private; `drawn` anew, not taken from the screen. */
  | { type: 'captured'; image?: Blob; drawn?: boolean }
  /** Ends the session on the server, sends what it can of the outbox and deletes the rest. */
  | { type: 'logout' };

/**
 * Panel → host. `ready`: listening and drawn; nothing is posted to the panel before it. The panel repeats it every
 * 200 ms until the first `state` comes: the script that listens is loaded beside the panel and may arrive later.
 */
export type ToHost =
  | { type: 'ready' }
  | { type: 'close' }
  | { type: 'getToken'; id: number }
  | { type: 'getState' }
  /** Takes a picture of the page and gives the panel room to edit it, until `end`. */
  | { type: 'capture'; step: 'take' | 'end' }
  | { type: 'unread'; count: number }
  /** Stands beside the page from now on, or over it. */
  | { type: 'beside'; on: boolean }
  | {
      [Name in keyof PanelEvents]: { type: 'event'; name: Name; detail: PanelEvents[Name] };
    }[keyof PanelEvents];

/** Events of the JS API that the panel raises, with their payloads. `number` is the ticket's or the article's. */
export interface PanelEvents {
  conversationStarted: { number: number };
  messageSent: { number: number };
  messageReceived: { number: number; author: string };
  articleViewed: { number: number; locale: Locale; title: string };
  error: WidgetError;
}

/** All events of the JS API. */
export interface WidgetEvents extends PanelEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  unread: { count: number };
  /** How much of the window the panel takes while it stands beside the page, in CSS pixels; 0 when it does not. */
  beside: { width: number; position: 'left' | 'right' };
}

/**
 * `invalid_call`: a call that is not understood (`method` names it). `token_failed`: `getToken` threw or
 * rejected. `unavailable`: the panel could not be loaded. `outbox_discarded`: `logout` deleted `count` unsent
 * messages. Else the server's own code.
 */
export interface WidgetError {
  code: ErrorCode | 'invalid_call' | 'token_failed' | 'outbox_discarded';
  method?: string;
  count?: number;
}
