import { LIMITS } from '@beseda/shared/domain/limits';
import { LOCALES, PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { ClientToServer } from '@beseda/shared/protocol/socket';
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { ReportSchema } from '../conversations/report-schema';

type Request = keyof ClientToServer;

/** One kind of request: who may make it, what it takes, how often. The access matrix is generated from this table. */
export interface RequestRule {
  access: 'actor' | 'agent';
  perMinute: number;
  fits(input: unknown): boolean;
}

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const Numbers = Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 100 });
const conversationId = { conversationId: Uuid };
const Context = Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 500 }), {
  maxProperties: 30,
});

const Failures = Type.Array(
  Type.Object(
    { at: Type.String({ format: 'date-time' }), text: Type.String({ maxLength: LIMITS.failureLength }) },
    { additionalProperties: false },
  ),
  { maxItems: LIMITS.failures },
);

/** The page that a requester was on. */
export const PageContextInput = Type.Object(
  {
    url: Type.String({ maxLength: 2_000 }),
    title: Type.String({ maxLength: 500 }),
    route: Type.Optional(Type.String({ maxLength: 500 })),
    context: Type.Optional(Context),
    browser: Type.Optional(Type.String({ maxLength: 200 })),
    errors: Type.Optional(Failures),
    requests: Type.Optional(Failures),
  },
  { additionalProperties: false },
);

const Start = Type.Object({
  type: Type.Optional(Type.Enum([...TICKET_TYPES])),
  report: Type.Optional(ReportSchema),
  subject: Type.Optional(Type.String({ maxLength: LIMITS.subjectLength })),
  page: Type.Optional(PageContextInput),
  evidence: Type.Optional(
    Type.Object({ shown: Numbers, opened: Numbers, refused: Numbers }, { additionalProperties: false }),
  ),
  locale: Type.Optional(Type.Enum([...LOCALES])),
});

const Message = Type.Object({
  ...conversationId,
  clientId: Uuid,
  text: Type.String({ maxLength: LIMITS.textLength }),
  attachments: Type.Optional(Type.Array(Uuid, { maxItems: LIMITS.attachmentsPerMessage, uniqueItems: true })),
  start: Type.Optional(Start),
});

const Patch = Type.Object(
  {
    status: Type.Optional(Type.Enum([...TICKET_STATUSES])),
    type: Type.Optional(Type.Union([Type.Enum([...TICKET_TYPES]), Type.Null()])),
    priority: Type.Optional(Type.Enum([...PRIORITIES])),
    assignee: Type.Optional(Type.Union([Uuid, Type.Null()])),
  },
  { additionalProperties: false, minProperties: 1 },
);

const Seq = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });

export const SOCKET_REQUESTS: Readonly<Record<Request, RequestRule>> = {
  'message:send': rule('actor', 60, Message),
  'note:write': rule('agent', 60, Message),
  'conversation:open': rule(
    'actor',
    300,
    Type.Object({ ...conversationId, after: Type.Optional(Seq), before: Type.Optional(Seq) }),
  ),
  'conversation:close': rule('actor', 300, Type.Object(conversationId)),
  'conversation:read': rule('actor', 300, Type.Object({ ...conversationId, seq: Seq })),
  'presence:set': rule(
    'actor',
    120,
    Type.Object({ ...conversationId, mode: Type.Enum(['viewing', 'replying', 'none']) }),
  ),
  'ticket:update': rule(
    'agent',
    120,
    Type.Object({ number: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), patch: Patch }),
  ),
  'queue:watch': rule('agent', 60, Type.Object({})),
};

function rule(access: RequestRule['access'], perMinute: number, schema: TSchema): RequestRule {
  const compiled = Compile(schema);
  return { access, perMinute, fits: (input) => compiled.Check(input) };
}
