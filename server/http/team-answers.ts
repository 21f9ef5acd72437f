import { AGENT_ROLES, LOCALES } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Nothing, orNull, page, Text } from './answer-parts';

const NamedList = Type.Array(closed({ id: Id, name: Text }));
const TeamCard = closed({ id: Id, name: Text, members: NamedList, companies: Count, tickets: Count });

const AgentCard = closed({
  id: Id,
  name: Text,
  email: Text,
  role: Type.Enum([...AGENT_ROLES]),
  languages: Type.Array(Type.Enum([...LOCALES])),
  capacity: Count,
  extension: orNull(Text),
  teams: NamedList,
  program: Type.Boolean(),
  disabled: Type.Boolean(),
  online: Type.Boolean(),
  awayUntil: orNull(Instant),
  seenAt: orNull(Instant),
  createdAt: Instant,
  tickets: Count,
  companies: Count,
});

const PhoneNumberCard = closed({
  id: Id,
  region: Text,
  number: Text,
  note: Text,
  calendar: orNull(closed({ id: Id, name: Text })),
  position: Count,
  companies: Count,
  open: Type.Boolean(),
});
const PhoneNumbers = closed({
  results: Type.Array(PhoneNumberCard),
  next: Type.Null(),
  calendars: NamedList,
  regions: Type.Array(Text),
});

const preview = { doomed: Count, more: Type.Boolean() };
const Retention = closed({
  results: Type.Array(closed({ key: Text, days: Count, fallback: Count, least: Count, ...preview })),
  lastRun: orNull(closed({ at: Instant, removed: Type.Record(Text, Count) })),
});

/** The answers of what admins call about agents, teams and what else they set. */
export const TEAM_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/teams': { 200: page(TeamCard) },
  'POST /api/v1/teams': { 201: TeamCard },
  'GET /api/v1/teams/:id': { 200: TeamCard },
  'PATCH /api/v1/teams/:id': { 200: TeamCard },
  'DELETE /api/v1/teams/:id': { 204: Nothing },
  'GET /api/v1/retention': { 200: Retention },
  'GET /api/v1/retention/preview': { 200: closed(preview) },
  'GET /api/v1/phone-numbers': { 200: PhoneNumbers },
  'POST /api/v1/phone-numbers': { 201: PhoneNumberCard },
  'GET /api/v1/phone-numbers/:id': { 200: PhoneNumberCard },
  'PATCH /api/v1/phone-numbers/:id': { 200: PhoneNumberCard },
  'DELETE /api/v1/phone-numbers/:id': { 204: Nothing },
  'GET /api/v1/agents': { 200: page(AgentCard) },
  'POST /api/v1/agents': { 201: closed({ agent: AgentCard, link: Text }) },
  'GET /api/v1/agents/:id': { 200: AgentCard },
  'PATCH /api/v1/agents/:id': { 200: AgentCard },
  'POST /api/v1/agents/:id/sign-in-link': { 201: closed({ link: Text }) },
  'POST /api/v1/agents/:id/disable': { 200: AgentCard },
  'POST /api/v1/agents/:id/enable': { 200: AgentCard },
};
