import {
  CHANNELS,
  LOCALES,
  PERSON_ROLES,
  PRIORITIES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '@beseda/shared/domain/words';
import { type TProperties, type TSchema, Type } from 'typebox';

/** What answers are made of. `closed`: no field more than these. */
export const closed = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
export const page = (row: TSchema) => closed({ results: Type.Array(row), next: orNull(Type.String()) });
export const Text = Type.String();
export const Count = Type.Integer({ minimum: 0 });
export const Id = Type.String({ format: 'uuid' });
export const Instant = Type.String({ format: 'date-time' });
export const Locale = Type.Enum([...LOCALES]);
export const Status = Type.Enum([...TICKET_STATUSES]);
export const Kind = Type.Enum([...TICKET_TYPES]);
export const Priority = Type.Enum([...PRIORITIES]);
export const Channel = Type.Enum([...CHANNELS]);
export const AuthorKind = Type.Enum(['requester', 'agent', 'system']);
export const AgentRef = closed({ id: Type.Optional(Id), name: Text });
export const PersonRef = closed({ id: Id, name: Text });
export const Marks = Type.Array(Type.Array(Count, { minItems: 2, maxItems: 2 }));

export const Attachment = closed({
  id: Id,
  name: Text,
  type: Text,
  size: Count,
  sha256: Text,
  url: Text,
  thumbUrl: Type.Optional(Text),
  width: Type.Optional(Count),
  height: Type.Optional(Count),
  state: Type.Optional(Type.Enum(['checking', 'infected', 'unchecked'])),
  threat: Type.Optional(Text),
});

const Company = closed({
  id: Id,
  externalId: Text,
  name: Text,
  plan: orNull(Text),
  region: orNull(Text),
});

export const RequesterCard = closed({
  id: Id,
  name: Text,
  email: orNull(Text),
  role: Type.Enum([...PERSON_ROLES]),
  locale: Locale,
  company: Company,
});

const Failures = Type.Array(closed({ at: Instant, text: Text }));

export const PageContext = closed({
  url: Text,
  title: Text,
  route: Type.Optional(Text),
  context: Type.Optional(Type.Record(Text, Text)),
  browser: Type.Optional(Text),
  errors: Type.Optional(Failures),
  requests: Type.Optional(Failures),
});

export const Nothing = null;
