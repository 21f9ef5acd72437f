import { NOTICE_KINDS, OUTGOING_KINDS, OUTGOING_STATES } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, orNull, page, Text } from './answer-parts';

const OutgoingMail = closed({
  id: Id,
  kind: Type.Enum([...OUTGOING_KINDS]),
  state: Type.Enum([...OUTGOING_STATES]),
  recipient: Text,
  ticket: orNull(closed({ number: Count, subject: Text })),
  reason: orNull(Text),
  attempts: Count,
  createdAt: Instant,
  dueAt: Instant,
  sentAt: orNull(Instant),
  bouncedAt: orNull(Instant),
});
const PersonMail = closed({
  address: orNull(Text),
  mark: orNull(closed({ status: orNull(Text), at: Instant })),
});

const NoticeChoice = closed({ off: Type.Array(Type.Enum([...NOTICE_KINDS])) });

export const OUTGOING_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/outgoing-mails': { 200: page(OutgoingMail) },
  'POST /api/v1/outgoing-mails/:id/send-again': { 200: OutgoingMail },
  'POST /api/v1/outgoing-mails/:id/cancel': { 200: OutgoingMail },
  'GET /api/v1/desk/mail-choice': { 200: NoticeChoice },
  'PUT /api/v1/desk/mail-choice': { 200: NoticeChoice },
  'GET /api/v1/people/:id/mail': { 200: PersonMail },
  'DELETE /api/v1/people/:id/mail/mark': { 200: PersonMail },
};
