import { AUDIT_ACTIONS, AUDIT_KINDS } from '@beseda/shared/domain/audit';
import { LOCALES, PERSON_ROLES } from '@beseda/shared/domain/words';
import { IMPORT_REASONS } from '@beseda/shared/protocol/admin';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Nothing, orNull, page, Text } from './answer-parts';

const Changes = Type.Record(Text, closed({ from: Type.Unknown(), to: Type.Unknown() }));

export const AuditRow = closed({
  id: Count,
  at: Instant,
  agent: orNull(closed({ id: Id, name: Text })),
  object: closed({ kind: Type.Enum([...AUDIT_KINDS]), id: Text, name: Text }),
  action: Type.Enum([...AUDIT_ACTIONS]),
  changes: Changes,
});

const Settings = closed({ results: Type.Array(closed({ key: Text, value: Text, fallback: Text })) });

const companyRow = {
  id: Id,
  externalId: Text,
  name: Text,
  plan: orNull(Text),
  region: orNull(Text),
  suspended: Type.Boolean(),
};
const Named = orNull(closed({ id: Id, name: Text }));
const CompanyCard = closed({
  ...companyRow,
  calendar: Named,
  team: Named,
  agent: Named,
  distributorSupportUrl: orNull(Text),
  mailDomains: orNull(Text),
  people: Count,
  tickets: Count,
  createdAt: Instant,
  updatedAt: Instant,
});

const appRow = {
  id: Id,
  key: Text,
  name: Text,
  origins: Type.Array(Text),
  trustedClaims: Type.Boolean(),
  disabled: Type.Boolean(),
  kids: Type.Array(Text),
  seenAt: orNull(Instant),
};
const Algorithm = Type.Enum(['HS256', 'ES256', 'EdDSA']);
const AppCard = closed({
  ...appRow,
  theme: closed({
    accent: Text,
    position: Type.Enum(['left', 'right']),
    side: Count,
    bottom: Count,
    launcher: closed({ ru: orNull(Text), en: orNull(Text) }),
    ownButton: Type.Boolean(),
  }),
  conversations: Count,
  sessions: Count,
  seen: Type.Array(closed({ origin: Text, at: Instant })),
  refused: Type.Array(closed({ origin: Text, times: Count, lastAt: Instant })),
  secrets: Type.Array(
    closed({
      kid: Text,
      algorithm: Algorithm,
      createdAt: Instant,
      usedAt: orNull(Instant),
      sessions: Count,
      retiredAt: orNull(Instant),
    }),
  ),
  publicUrl: Text,
  createdAt: Instant,
});
const AddedSecret = closed({ key: Text, kid: Text, algorithm: Algorithm, secret: Type.Optional(Text) });

const PersonRow = closed({
  id: Id,
  sub: Text,
  name: Text,
  email: orNull(Text),
  role: Type.Enum([...PERSON_ROLES]),
  locale: Type.Enum([...LOCALES]),
  blocked: Type.Boolean(),
  company: closed({ id: Id, name: Text }),
  seenAt: Instant,
});

const ImportOutcome = closed({
  dryRun: Type.Boolean(),
  created: Count,
  changed: Count,
  unchanged: Count,
  bad: Type.Array(
    closed({ line: Count, reason: Type.Enum([...IMPORT_REASONS]), field: orNull(Text), message: Text }),
  ),
  rows: Type.Array(
    closed({
      line: Count,
      name: Text,
      outcome: Type.Enum(['created', 'changed', 'unchanged']),
      changes: Changes,
    }),
  ),
});

/** The answers of what admins call. */
export const ADMIN_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/audit': { 200: page(AuditRow) },
  'GET /api/v1/settings': { 200: Settings },
  'PUT /api/v1/settings/:key': { 200: Settings },
  'GET /api/v1/companies': { 200: page(closed(companyRow)) },
  'POST /api/v1/companies': { 201: CompanyCard },
  'POST /api/v1/companies/import': { 200: ImportOutcome },
  'GET /api/v1/companies/:id': { 200: CompanyCard },
  'PATCH /api/v1/companies/:id': { 200: CompanyCard },
  'DELETE /api/v1/companies/:id': { 204: Nothing },
  'GET /api/v1/apps': { 200: page(closed(appRow)) },
  'POST /api/v1/apps': { 201: closed({ key: Text, kid: Text, secret: Text }) },
  'GET /api/v1/apps/:key': { 200: AppCard },
  'PATCH /api/v1/apps/:key': { 200: AppCard },
  'DELETE /api/v1/apps/:key': { 204: Nothing },
  'POST /api/v1/apps/:key/secrets': { 201: AddedSecret },
  'PATCH /api/v1/apps/:key/secrets/:kid': { 200: AppCard },
  'DELETE /api/v1/apps/:key/secrets/:kid': { 204: Nothing },
  'GET /api/v1/people': { 200: page(PersonRow) },
  'POST /api/v1/people': { 201: PersonRow },
  'POST /api/v1/people/import': { 200: ImportOutcome },
  'GET /api/v1/people/:id': { 200: PersonRow },
  'PATCH /api/v1/people/:id': { 200: PersonRow },
  'DELETE /api/v1/people/:id': { 204: Nothing },
};
