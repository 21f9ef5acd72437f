import {
  AGENT_ROLES,
  CHANNELS,
  CLOCK_KINDS,
  LOCALES,
  PAUSE_REASONS,
  PERSON_ROLES,
  PRIORITIES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '@beseda/shared/domain/words';
import { ERROR_STATUS } from '@beseda/shared/protocol/errors';
import { type TProperties, type TSchema, Type } from 'typebox';
import { ReportSchema } from '../conversations/report-schema';

/** What the API answers with, as documentation: presenters write the answers, and a test holds both to each other. */
const closed = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const page = (row: TSchema) => closed({ results: Type.Array(row), next: orNull(Type.String()) });
const Text = Type.String();
const Count = Type.Integer({ minimum: 0 });
const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const Locale = Type.Enum([...LOCALES]);
const Status = Type.Enum([...TICKET_STATUSES]);
const Kind = Type.Enum([...TICKET_TYPES]);
const Priority = Type.Enum([...PRIORITIES]);
const Channel = Type.Enum([...CHANNELS]);
const AuthorKind = Type.Enum(['requester', 'agent', 'system']);
const AgentRef = closed({ id: Type.Optional(Id), name: Text });
const Marks = Type.Array(Type.Array(Count, { minItems: 2, maxItems: 2 }));

export const ErrorAnswer = closed({
  code: Type.Enum(Object.keys(ERROR_STATUS)),
  message: Text,
  field: Type.Optional(Text),
  details: Type.Optional(Type.Object({})),
});

const Attachment = closed({
  id: Id,
  name: Text,
  type: Text,
  size: Count,
  sha256: Text,
  url: Text,
  thumbUrl: Type.Optional(Text),
  width: Type.Optional(Count),
  height: Type.Optional(Count),
});

const Message = closed({
  id: Id,
  seq: Count,
  clientId: Id,
  author: closed({ kind: AuthorKind, id: Type.Optional(Id), name: Text }),
  channel: Channel,
  text: Text,
  folded: Type.Optional(Text),
  attachments: Type.Array(Attachment),
  at: Instant,
});

const ShownPromise = closed({
  kind: Type.Enum([...CLOCK_KINDS]),
  state: Type.Enum(['running', 'paused', 'met', 'missed']),
  dueAt: orNull(Instant),
  reason: orNull(Type.Enum([...PAUSE_REASONS])),
  metAt: orNull(Instant),
});

const Company = closed({
  id: Id,
  externalId: Text,
  name: Text,
  plan: orNull(Text),
  region: orNull(Text),
});

const Failures = Type.Array(closed({ at: Instant, text: Text }));

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
  createdAt: Instant,
  updatedAt: Instant,
  priority: Type.Optional(Priority),
  waitingSince: Type.Optional(orNull(Instant)),
  requester: Type.Optional(
    closed({
      id: Id,
      name: Text,
      email: orNull(Text),
      role: Type.Enum([...PERSON_ROLES]),
      locale: Locale,
      company: Company,
    }),
  ),
  page: Type.Optional(
    orNull(
      closed({
        url: Text,
        title: Text,
        route: Type.Optional(Text),
        context: Type.Optional(Type.Record(Text, Text)),
        browser: Type.Optional(Text),
        errors: Type.Optional(Failures),
        requests: Type.Optional(Failures),
      }),
    ),
  ),
});

const ConversationSummary = closed({
  id: Id,
  number: Count,
  subject: Text,
  status: Status,
  type: orNull(Kind),
  channel: Channel,
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
  openConversations: Count,
  unread: Count,
});

const role = Type.Enum([...AGENT_ROLES]);
const AgentSession = closed({
  agent: closed({ id: Id, name: Text, email: Text, role, hasPassword: Type.Boolean() }),
  demo: Type.Boolean(),
});
const Agents = closed({
  results: Type.Array(closed({ id: Id, name: Text, role, online: Type.Boolean() })),
});

const Hits = closed({
  results: Type.Array(
    closed({
      number: Count,
      slug: Text,
      title: Text,
      snippet: Text,
      url: Text,
      section: Text,
      marks: Marks,
      titleMarks: Marks,
    }),
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

const Nothing = null;

/** The answers of success of every route of the API, by status; null: no body. */
export const ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'POST /api/v1/session': { 201: SessionCreated },
  'DELETE /api/v1/session': { 204: Nothing },
  'GET /api/v1/conversations': { 200: page(ConversationSummary) },
  'GET /api/v1/tickets': { 200: page(Ticket) },
  'POST /api/v1/tickets': { 201: Ticket },
  'GET /api/v1/tickets/:number': { 200: Ticket },
  'PATCH /api/v1/tickets/:number': { 200: Ticket },
  'GET /api/v1/tickets/:number/messages': { 200: page(Message) },
  'POST /api/v1/tickets/:number/messages': { 200: Message, 201: Message },
  'GET /api/v1/desk/session': { 200: AgentSession },
  'POST /api/v1/desk/session': { 200: AgentSession },
  'DELETE /api/v1/desk/session': { 204: Nothing },
  'POST /api/v1/desk/sign-in-link': { 204: Nothing },
  'PUT /api/v1/desk/password': { 204: Nothing },
  'GET /api/v1/desk/queue': { 200: page(QueueRow) },
  'GET /api/v1/desk/agents': { 200: Agents },
  'GET /api/v1/articles/suggest': { 200: Hits },
  'GET /api/v1/articles/search': { 200: Hits },
  'GET /api/v1/articles/:numberOrSlug': { 200: Article },
  'PUT /api/v1/articles/:number/vote': { 204: Nothing },
  'POST /api/v1/deflections': { 204: Nothing },
  'POST /api/v1/files': { 201: Attachment },
  'GET /api/v1/files/:id': { 200: Nothing, 206: Nothing, 304: Nothing, 416: Nothing },
};
