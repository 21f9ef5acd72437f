import { DAY_KINDS } from '@beseda/shared/domain/production-calendar';
import { CLOCK_KINDS, PRIORITIES } from '@beseda/shared/domain/words';
import { PREVIEW_EFFECTS, TARGET_NAMES } from '@beseda/shared/protocol/rules';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Nothing, orNull, page, Text } from './answer-parts';

const Names = Type.Array(Text);
const Intervals = Type.Array(Type.Array(Text, { minItems: 2, maxItems: 2 }));
const CalendarCard = closed({
  id: Id,
  name: Text,
  calendar: closed({
    tz: Text,
    hours: Type.Record(Text, Intervals),
    holidays: Type.Array(Text),
    exceptions: Type.Record(Text, Intervals),
  }),
  daySetKey: orNull(Text),
  usedBy: closed({ policies: Names, companies: Names, phoneNumbers: Names }),
  updatedAt: Instant,
});

const Targets = closed(Object.fromEntries(TARGET_NAMES.map((name) => [name, orNull(Count)])));
const SomeTargets = Type.Partial(Targets, { additionalProperties: false });
const PolicyCard = closed({
  id: Id,
  name: Text,
  calendar: closed({ id: Id, name: Text }),
  targets: Targets,
  byPriority: Type.Partial(Type.Object(Object.fromEntries(PRIORITIES.map((name) => [name, SomeTargets]))), {
    additionalProperties: false,
  }),
  usedBy: closed({ plans: Names }),
  updatedAt: Instant,
});

const PlanCard = closed({
  key: Text,
  nameRu: Text,
  nameEn: Text,
  policy: closed({ id: Id, name: Text }),
  dedicated: Type.Boolean(),
  isDefault: Type.Boolean(),
  position: Count,
  usedBy: closed({ companies: Names }),
  updatedAt: Instant,
});

const DaySetRow = closed({
  key: Text,
  years: Type.Array(closed({ year: Count, days: Count, updatedAt: Instant })),
  usedBy: closed({ calendars: Names }),
});
const DaySetYear = closed({
  key: Text,
  year: Count,
  days: Type.Array(closed({ date: Text, kind: Type.Enum([...DAY_KINDS]), name: Type.Optional(Text) })),
  updatedAt: Instant,
});

const RulesPreview = closed({
  open: Count,
  reckoned: Count,
  moved: Count,
  breached: Count,
  eased: Count,
  paused: Count,
  results: Type.Array(
    closed({
      number: Count,
      subject: Text,
      company: Text,
      clock: Type.Enum([...CLOCK_KINDS]),
      from: orNull(Instant),
      to: orNull(Instant),
      effect: Type.Enum([...PREVIEW_EFFECTS]),
    }),
  ),
});

/** The answers about plans, policies, calendars and day sets. */
export const RULE_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/calendars': { 200: page(CalendarCard) },
  'POST /api/v1/calendars': { 201: CalendarCard },
  'GET /api/v1/calendars/:id': { 200: CalendarCard },
  'PATCH /api/v1/calendars/:id': { 200: CalendarCard },
  'POST /api/v1/calendars/:id/preview': { 200: RulesPreview },
  'DELETE /api/v1/calendars/:id': { 204: Nothing },
  'GET /api/v1/policies': { 200: page(PolicyCard) },
  'POST /api/v1/policies': { 201: PolicyCard },
  'GET /api/v1/policies/:id': { 200: PolicyCard },
  'PATCH /api/v1/policies/:id': { 200: PolicyCard },
  'POST /api/v1/policies/:id/preview': { 200: RulesPreview },
  'DELETE /api/v1/policies/:id': { 204: Nothing },
  'GET /api/v1/plans': { 200: page(PlanCard) },
  'POST /api/v1/plans': { 201: PlanCard },
  'GET /api/v1/plans/:key': { 200: PlanCard },
  'PATCH /api/v1/plans/:key': { 200: PlanCard },
  'POST /api/v1/plans/:key/preview': { 200: RulesPreview },
  'DELETE /api/v1/plans/:key': { 204: Nothing },
  'GET /api/v1/day-sets': { 200: page(DaySetRow) },
  'GET /api/v1/day-sets/:key/:year': { 200: DaySetYear },
  'DELETE /api/v1/day-sets/:key/:year': { 204: Nothing },
};
