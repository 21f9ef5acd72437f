import type { Attachment } from '../domain/event';
import type { ReaderComment } from '../domain/reader-comment';
import type { CommentState, Locale, VoteReason } from '../domain/words';

interface AboutArticle {
  article: { number: number; locale: Locale; title: string; url: string };
  /** Null: somebody without a session, or whose data is gone. */
  author: { name: string; company: string } | null;
  /** ISO 8601. */
  at: string;
}

/** A comment in the desk, with what agents answered. */
export interface DeskComment extends AboutArticle {
  id: string;
  text: string;
  files: Attachment[];
  state: CommentState;
  decidedBy: string | null;
  answers: ReaderComment['answers'];
}

/** A «no» that says why. */
export interface VoteNote extends AboutArticle {
  id: string;
  reason: VoteReason | null;
  comment: string;
}
