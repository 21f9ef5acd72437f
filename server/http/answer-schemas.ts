import { AGENT_ROLES, PERSON_ROLES, RATING_SCORES } from '@beseda/shared/domain/words';
import { ERROR_STATUS } from '@beseda/shared/protocol/errors';
import { type TSchema, Type } from 'typebox';
import { ReportSchema } from '../conversations/report-schema';
import { ADMIN_ANSWERS } from './admin-answers';
import {
  AgentRef,
  Attachment,
  AuthorKind,
  Channel,
  Count,
  closed,
  Id,
  Instant,
  Kind,
  Locale,
  Marks,
  Nothing,
  orNull,
  PageContext,
  PersonRef,
  Priority,
  page,
  RequesterCard,
  Status,
  Text,
} from './answer-parts';
import { CALENDAR_ANSWERS } from './calendar-answers';
import { CHECK_ANSWERS } from './check-answers';
import { COMMENT_ANSWERS } from './comment-answers';
import { CONTENTS_ANSWERS } from './contents-answers';
import { EXPLAIN_ANSWERS } from './explain-answers';
import { INBOUND_ANSWERS } from './inbound-answers';
import { KNOWLEDGE_ANSWERS } from './knowledge-answers';
import { LOOK_UP_ANSWERS } from './look-up-answers';
import { MAIL_TEMPLATE_ANSWERS } from './mail-template-answers';
import { MANUSCRIPT_ANSWERS } from './manuscript-answers';
import { OUTGOING_ANSWERS } from './outgoing-answers';
import { PHONE_ANSWERS } from './phone-answers';
import { PROMISE_ANSWERS, PromiseOutlook, ShownPromise } from './promise-answers';
import { RATING_ANSWERS } from './rating-answers';
import { REPORT_ANSWERS } from './report-answers';
import { RULE_ANSWERS } from './rule-answers';
import { SEARCH_RULE_ANSWERS } from './search-rule-answers';
import { TEAM_ANSWERS } from './team-answers';
import { TRANSFER_ANSWERS } from './transfer-answers';

export const ErrorAnswer = closed({
  code: Type.Enum(Object.keys(ERROR_STATUS)),
  message: Text,
  field: Type.Optional(Text),
  details: Type.Optional(Type.Object({})),
});

const FileLimits = closed({
  fileSize: Count,
  perMessage: Count,
  types: Type.Array(Text),
  companyLeft: orNull(Count),
});

const UploadState = closed({ offset: Count, size: Count, partSize: Count, file: orNull(Attachment) });

const TicketLink = closed({
  kind: Type.Enum(['continued', 'split', 'merged']),
  way: Type.Enum(['on', 'back']),
  conversationId: Id,
  number: Count,
});

const Rating = closed({ score: orNull(Type.Enum([...RATING_SCORES])), comment: Text, at: Instant });

const Message = closed({
  id: Id,
  seq: Count,
  clientId: Id,
  author: closed({ kind: AuthorKind, id: Type.Optional(Id), name: Text }),
  channel: Channel,
  text: Text,
  folded: Type.Optional(Text),
  mail: Type.Optional(
    closed({
      id: Id,
      from: Text,
      subject: Text,
      html: Type.Boolean(),
      refused: Type.Array(Text),
      releasedBy: Type.Optional(Text),
    }),
  ),
  attachments: Type.Array(Attachment),
  at: Instant,
  copyOf: Type.Optional(closed({ number: Count, at: Instant })),
});

const Ticket = closed({
  number: Count,
  conversationId: Id,
  subject: Text,
  status: Status,
  type: orNull(Kind),
  channel: Channel,
  assignee: orNull(AgentRef),
  report: orNull(ReportSchema),
  promise: orNull(ShownPromise),
  acceptBy: orNull(Instant),
  links: Type.Array(TicketLink),
  rating: orNull(Rating),
  followers: Type.Array(PersonRef),
  createdAt: Instant,
  updatedAt: Instant,
  priority: Type.Optional(Priority),
  waitingSince: Type.Optional(orNull(Instant)),
  requester: Type.Optional(RequesterCard),
  page: Type.Optional(orNull(PageContext)),
});

const SimilarTicket = closed({
  number: Count,
  subject: Text,
  createdAt: Instant,
  by: Type.Enum(['subject', 'page']),
  conversationId: orNull(Id),
  offer: orNull(Text),
});

const ConversationSummary = closed({
  id: Id,
  number: Count,
  subject: Text,
  status: Status,
  type: orNull(Kind),
  channel: Channel,
  requester: PersonRef,
  following: Type.Boolean(),
  lastSeq: Count,
  lastMessage: closed({ text: Text, author: closed({ kind: AuthorKind, name: Text }), at: Instant }),
  unread: Count,
  promise: orNull(ShownPromise),
  createdAt: Instant,
  updatedAt: Instant,
});

const QueueRow = closed({
  conversationId: Id,
  number: Count,
  subject: Text,
  preview: Text,
  status: Status,
  type: orNull(Kind),
  priority: Priority,
  channel: Channel,
  assignee: orNull(closed({ id: Id, name: Text })),
  requester: closed({ id: Id, name: Text }),
  company: closed({ id: Id, name: Text, plan: orNull(Text) }),
  lastSeq: Count,
  unread: Type.Boolean(),
  waitingSince: orNull(Instant),
  promise: orNull(ShownPromise),
  nextDueAt: orNull(Instant),
  createdAt: Instant,
  updatedAt: Instant,
});

const SessionCreated = closed({
  session: Text,
  expiresAt: Instant,
  person: closed({ id: Id, name: Text, role: Type.Enum([...PERSON_ROLES]) }),
  company: closed({ name: Text, externalId: Text }),
  phone: Type.Boolean(),
  openConversations: Count,
  promise: orNull(PromiseOutlook),
  unread: Count,
});

const role = Type.Enum([...AGENT_ROLES]);
const AgentSession = closed({
  agent: closed({
    id: Id,
    name: Text,
    email: Text,
    role,
    hasPassword: Type.Boolean(),
    awayUntil: orNull(Instant),
  }),
  demo: Type.Boolean(),
  typeNames: Type.Partial(Type.Record(Locale, Type.Partial(Type.Record(Kind, Text)))),
});
const Agents = closed({
  results: Type.Array(closed({ id: Id, name: Text, role, online: Type.Boolean() })),
});

const hit = {
  number: Count,
  slug: Text,
  title: Text,
  snippet: Text,
  url: Text,
  section: Text,
  marks: Marks,
  titleMarks: Marks,
};
const Hits = closed({ results: Type.Array(closed(hit)) });
const fate = Type.Enum(['shown', 'opened', 'refused']);
const Offered = closed({
  results: Type.Array(
    closed({ ...hit, link: Text, passage: Text, readable: Type.Boolean(), fate: orNull(fate) }),
  ),
});

const Article = closed({
  number: Count,
  slug: Text,
  locale: Locale,
  title: Text,
  section: closed({ number: Count, slug: Text, title: Text }),
  author: Text,
  posted: Text,
  updated: Text,
  html: Text,
  url: Text,
  vote: orNull(Type.Enum(['yes', 'no'])),
});

/**
 * The answers of success of every route of the API, by status; null: no body. They are documentation: presenters write the
 * answers, and a test holds both to each other.
 */
export const ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'POST /api/v1/session': { 201: SessionCreated },
  'DELETE /api/v1/session': { 204: Nothing },
  'POST /api/v1/portal/session': { 200: SessionCreated },
  'DELETE /api/v1/portal/session': { 204: Nothing },
  'GET /api/v1/conversations': { 200: page(ConversationSummary) },
  'GET /api/v1/requests.csv': { 200: Type.String({ contentMediaType: 'text/csv' }) },
  'GET /api/v1/colleagues': { 200: closed({ results: Type.Array(PersonRef) }) },
  'GET /api/v1/tickets': { 200: page(Ticket) },
  'POST /api/v1/tickets': { 201: Ticket },
  'GET /api/v1/tickets/similar': { 200: closed({ results: Type.Array(SimilarTicket) }) },
  'GET /api/v1/tickets/:number': { 200: Ticket },
  'PATCH /api/v1/tickets/:number': { 200: Ticket },
  'DELETE /api/v1/tickets/:number': { 204: Nothing },
  'GET /api/v1/tickets/:number/messages': { 200: page(Message) },
  'POST /api/v1/tickets/:number/messages': { 200: Message, 201: Message },
  'GET /api/v1/desk/session': { 200: AgentSession },
  'POST /api/v1/desk/session': { 200: AgentSession },
  'DELETE /api/v1/desk/session': { 204: Nothing },
  'POST /api/v1/desk/sign-in-link': { 204: Nothing },
  'PUT /api/v1/desk/password': { 204: Nothing },
  'PUT /api/v1/desk/absence': { 204: Nothing },
  'GET /api/v1/desk/queue': { 200: page(QueueRow) },
  'GET /api/v1/desk/agents': { 200: Agents },
  'GET /api/v1/tickets/:number/articles': { 200: Offered },
  'GET /api/v1/kb/host-pages': {
    200: closed({ results: Type.Array(closed({ app: Text, origin: Text, address: Text })) }),
  },
  'POST /api/v1/articles/titles': {
    200: closed({ results: Type.Array(closed({ number: Count, title: Text })) }),
  },
  'GET /api/v1/articles/suggest': { 200: Hits },
  'GET /api/v1/articles/search': { 200: Hits },
  'GET /api/v1/articles/:numberOrSlug': { 200: Article },
  'PUT /api/v1/articles/:number/vote': { 204: Nothing },
  'POST /api/v1/deflections': { 204: Nothing },
  ...ADMIN_ANSWERS,
  ...TEAM_ANSWERS,
  ...CONTENTS_ANSWERS,
  ...CHECK_ANSWERS,
  ...COMMENT_ANSWERS,
  ...INBOUND_ANSWERS,
  ...KNOWLEDGE_ANSWERS,
  'POST /api/v1/files': { 201: Attachment },
  ...CALENDAR_ANSWERS,
  ...RULE_ANSWERS,
  ...PHONE_ANSWERS,
  ...MANUSCRIPT_ANSWERS,
  ...MAIL_TEMPLATE_ANSWERS,
  'GET /api/v1/files/limits': { 200: FileLimits },
  'GET /api/v1/files/links': { 200: page(Attachment) },
  'POST /api/v1/uploads': { 200: UploadState },
  'PUT /api/v1/uploads/:clientId': { 200: UploadState },
  ...PROMISE_ANSWERS,
  'PUT /api/v1/tickets/:number/solution': { 200: Ticket },
  'PUT /api/v1/tickets/:number/rating': { 200: Ticket },
  ...RATING_ANSWERS,
  ...OUTGOING_ANSWERS,
  ...REPORT_ANSWERS,
  ...EXPLAIN_ANSWERS,
  ...LOOK_UP_ANSWERS,
  ...SEARCH_RULE_ANSWERS,
  ...TRANSFER_ANSWERS,
  'POST /api/v1/tickets/:number/split': { 200: Ticket },
  'DELETE /api/v1/tickets/:number/split': { 200: Ticket },
  'PUT /api/v1/tickets/:number/merge': { 200: Ticket },
  'DELETE /api/v1/tickets/:number/merge': { 200: Ticket },
  'POST /api/v1/tickets/:number/follow': { 200: Ticket },
  'GET /api/v1/tickets/:number/colleagues': { 200: closed({ results: Type.Array(PersonRef) }) },
  'POST /api/v1/tickets/:number/followers': { 200: Ticket },
  'DELETE /api/v1/tickets/:number/followers/:person': { 204: Nothing },
  'GET /api/v1/files/:id': { 200: Nothing, 206: Nothing, 304: Nothing, 416: Nothing },
};
