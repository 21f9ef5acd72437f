import { type TSchema, Type } from 'typebox';
import {
  Count,
  closed,
  Id,
  Instant,
  Nothing,
  orNull,
  PageContext,
  RequesterCard,
  Status,
  Text,
} from './answer-parts';

const Caller = closed({
  by: Type.Enum(['code', 'number', 'ticket', 'name']),
  person: RequesterCard,
  tickets: Type.Array(closed({ number: Count, subject: Text, status: Status })),
  about: Type.Optional(Count),
  codeId: Type.Optional(Id),
  page: Type.Optional(PageContext),
  text: Type.Optional(Text),
});

const CallBack = closed({
  id: Id,
  number: Text,
  note: Text,
  dueAt: Instant,
  agent: orNull(Text),
  ticket: closed({ number: Count, subject: Text }),
  requester: closed({ name: Text, company: Text }),
});

const all = (row: TSchema) => closed({ results: Type.Array(row) });

/** Answers about the telephone, by route and status. */
export const PHONE_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/phone': {
    200: all(closed({ number: Text, note: Text, open: Type.Boolean(), opensAt: orNull(Instant) })),
  },
  'POST /api/v1/call-codes': { 201: closed({ code: Text, expiresAt: Instant }) },
  'POST /api/v1/desk/callers': { 200: all(Caller) },
  'POST /api/v1/desk/calls': { 201: closed({ number: Count }) },
  'GET /api/v1/desk/call-backs': { 200: all(CallBack) },
  'PATCH /api/v1/desk/call-backs/:id': { 204: Nothing },
  'POST /api/v1/calls': {
    202: closed({ id: Id, state: Type.Enum(['ringing', 'answered', 'ended', 'missed']) }),
  },
};
