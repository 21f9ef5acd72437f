import type { Draft } from '@beseda/shared/client/drafts';
import type { Refusal } from '@beseda/shared/client/outbox-rows';
import type { Locale } from '@beseda/shared/domain/words';
import type { WidgetError } from '@beseda/shared/protocol/host-bridge';
import type { ArticleHit, ConversationSummary, SessionCreated } from '@beseda/shared/protocol/http';
import type { Texts } from '../texts/ru';

export type Screen =
  | { name: 'ask' | 'list' | 'search'; id?: undefined }
  | { name: 'thread'; id: string }
  | { name: 'article'; id: string };

/** Who is asking. `nobody` and the refused read public articles; only `staff` write. */
export type Access =
  | { kind: 'waiting' | 'nobody' }
  | { kind: 'staff'; session: SessionCreated }
  | { kind: 'refused'; code: WidgetError['code']; details: Record<string, unknown> };

export const isClosed = ({ kind }: Access): boolean => kind === 'nobody' || kind === 'refused';

export interface Hits {
  /** What they answer: the draft's text, the page, or the host's choice. */
  kind: 'found' | 'page';
  results: ArticleHit[];
}

/** Everything that is shown. Replaced as a whole with every change; nothing in it is changed in place. */
export interface PanelState {
  locale: Locale;
  texts: Texts;
  access: Access;
  /** Where the person came through; the last one is shown. */
  screens: readonly Screen[];
  /** Unsent text and files by conversation id; `new` for one that does not exist yet. */
  drafts: Readonly<Record<string, Draft>>;
  hits: Hits;
  /** The draft whose sending waits for a session or for the code that sends. */
  sending: string | null;
  /** What the line is doing; `offline` as soon as the server was not reached. */
  line: 'idle' | 'connecting' | 'online' | 'offline' | 'refused';
  /** False when what is written would be lost with the tab. */
  durable: boolean;
  /** Own conversations, newest change first; null until they are loaded. */
  conversations: readonly ConversationSummary[] | null;
  unread: number;
  /** A passing word with a way back. */
  notice: { text: string; undo: () => void } | null;
  /** Files that were not taken, and why. */
  refusedFiles: readonly (Omit<Refusal, 'code'> & { name: string; code: Refusal['code'] | 'no_picture' })[];
  /** True while files are dragged over the panel. */
  dragging: boolean;
  /** For screen readers. */
  announcement: string;
  /** Raised when something outside of the state has changed: a thread, a lazy screen. */
  version: number;
}

export const EMPTY_DRAFT: Draft = { text: '', files: [], report: undefined };
