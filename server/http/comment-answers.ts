import { COMMENT_STATES, VOTE_REASONS } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Attachment, Count, closed, Id, Instant, Locale, orNull, page, Text } from './answer-parts';

const State = Type.Enum([...COMMENT_STATES]);
const Answers = Type.Array(closed({ id: Id, author: Text, at: Instant, text: Text }));
const about = {
  article: closed({ number: Count, locale: Locale, title: Text, url: Text }),
  author: orNull(closed({ name: Text, company: Text })),
  at: Instant,
};

const ReaderComment = closed({
  id: Id,
  author: Text,
  at: Instant,
  locale: Locale,
  text: Text,
  files: Type.Array(Attachment),
  waiting: Type.Boolean(),
  answers: Answers,
});
const DeskComment = closed({
  id: Id,
  ...about,
  text: Text,
  files: Type.Array(Attachment),
  state: State,
  decidedBy: orNull(Text),
  answers: Answers,
});
const VoteNote = closed({
  id: Text,
  ...about,
  reason: orNull(Type.Enum([...VOTE_REASONS])),
  comment: Text,
});

/** The answers about what readers say of articles. */
export const COMMENT_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/articles/:number/comments': { 200: page(ReaderComment) },
  'POST /api/v1/articles/:number/comments': { 201: closed({ state: State }) },
  'GET /api/v1/kb/comments': { 200: page(DeskComment) },
  'PATCH /api/v1/kb/comments/:id': { 200: DeskComment },
  'POST /api/v1/kb/comments/:id/answers': { 201: DeskComment },
  'GET /api/v1/kb/vote-notes': { 200: page(VoteNote) },
};
