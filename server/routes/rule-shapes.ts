import { PRIORITIES } from '@beseda/shared/domain/words';
import { TARGET_NAMES } from '@beseda/shared/protocol/rules';
import { Type } from 'typebox';
import { DAY_SET_KEY } from '../calendars/parse-day-set';
import { PLAN_KEY } from '../plans/plan-fields';
import { strictObject, Uuid } from './admin-shapes';

/** Making all optional forgets it. */
const STRICT = { additionalProperties: false };
const Name = Type.String({ minLength: 1, maxLength: 100 });
/** One schema of two types: of a union's first, the validator would make an empty string or a nought out of null. */
const DaySetKey = Type.Unsafe<string | null>({ type: ['string', 'null'], pattern: DAY_SET_KEY });
/** Working seconds, a minute to two years of weeks. */
const Target = Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 60, maximum: 60_000_000 });

const calendar = { name: Name, calendar: Type.Unknown(), daySetKey: DaySetKey };
export const NewCalendar = strictObject({ ...calendar, daySetKey: Type.Optional(DaySetKey) });
export const CalendarPatch = Type.Partial(Type.Object(calendar), STRICT);

const targets = Object.fromEntries(TARGET_NAMES.map((name) => [name, Target])) as Record<
  (typeof TARGET_NAMES)[number],
  typeof Target
>;
const Targets = strictObject(targets);
const SomeTargets = Type.Partial(Targets, STRICT);
const byPriority = Object.fromEntries(PRIORITIES.map((priority) => [priority, SomeTargets])) as Record<
  (typeof PRIORITIES)[number],
  typeof SomeTargets
>;
const ByPriority = Type.Partial(Type.Object(byPriority), STRICT);
const policy = { name: Name, calendarId: Uuid, targets: Targets, byPriority: ByPriority };
export const NewPolicy = strictObject({ ...policy, byPriority: Type.Optional(ByPriority) });
export const PolicyPatch = Type.Partial(Type.Object(policy), STRICT);

const Key = Type.String({ pattern: PLAN_KEY });
export const ByKey = Type.Object({ key: Type.String({ maxLength: 100 }) });
const names = { nameRu: Name, nameEn: Name, policyId: Uuid };
const rest = {
  dedicated: Type.Boolean(),
  isDefault: Type.Boolean(),
  position: Type.Integer({ minimum: 0, maximum: 10_000 }),
};
export const PlanPatch = Type.Partial(Type.Object({ ...names, ...rest }), STRICT);
export const NewPlan = strictObject({
  key: Key,
  ...names,
  dedicated: Type.Optional(rest.dedicated),
  isDefault: Type.Optional(rest.isDefault),
  position: Type.Optional(rest.position),
});

export const ByYear = Type.Object({
  key: Type.String({ pattern: DAY_SET_KEY }),
  year: Type.Integer({ minimum: 1970, maximum: 9999 }),
});
