import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { deleteCalendar } from '../calendars/delete-calendar';
import { deleteDaySet } from '../calendars/delete-day-set';
import { listCalendars, readCalendarCard } from '../calendars/list-calendars';
import { listDaySets, readDaySet } from '../calendars/list-day-sets';
import { previewCalendar } from '../calendars/preview-calendar';
import { createCalendar, updateCalendar } from '../calendars/save-calendar';
import type { Services } from '../context/context';
import { deletePlan } from '../plans/delete-plan';
import { listPlans, readPlan } from '../plans/list-plans';
import { previewPlan } from '../plans/preview-plan';
import { createPlan, updatePlan } from '../plans/save-plan';
import { deletePolicy } from '../policies/delete-policy';
import { listPolicies, readPolicy } from '../policies/list-policies';
import { previewPolicy } from '../policies/preview-policy';
import { createPolicy, updatePolicy } from '../policies/save-policy';
import { ById, writing } from './admin-shapes';
import { adminContext, keepObjects } from './keep-objects';
import {
  ByKey,
  ByYear,
  CalendarPatch,
  NewCalendar,
  NewPlan,
  NewPolicy,
  PlanPatch,
  PolicyPatch,
} from './rule-shapes';

const reading = { access: 'admin' } as const;
/** Asked for while somebody edits. */
const previewing = { access: 'admin', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;

/** Plans, policies, calendars and day sets, for admins. */
export function ruleRoutes(app: FastifyInstance, services: Services): void {
  calendarRules(app, services);
  policyRules(app, services);
  planRules(app, services);
  daySetRules(app, services);
}

function calendarRules(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const base = '/api/v1/calendars';
  const tags = ['calendars'];
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listCalendars(adminContext(services, request)),
    next: null,
  }));
  keepObjects(app, services, {
    base,
    tag: 'calendars',
    fresh: NewCalendar,
    patch: CalendarPatch,
    create: createCalendar,
    read: readCalendarCard,
    update: updateCalendar,
    remove: deleteCalendar,
  });
  const schema = { tags, params: ById, body: CalendarPatch };
  typed.post(`${base}/:id/preview`, { schema, config: previewing }, async (request) =>
    previewCalendar(adminContext(services, request), request.params.id, request.body),
  );
}

function policyRules(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const base = '/api/v1/policies';
  const tags = ['policies'];
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listPolicies(adminContext(services, request)),
    next: null,
  }));
  keepObjects(app, services, {
    base,
    tag: 'policies',
    fresh: NewPolicy,
    patch: PolicyPatch,
    create: createPolicy,
    read: readPolicy,
    update: updatePolicy,
    remove: deletePolicy,
  });
  const schema = { tags, params: ById, body: PolicyPatch };
  typed.post(`${base}/:id/preview`, { schema, config: previewing }, async (request) =>
    previewPolicy(adminContext(services, request), request.params.id, request.body),
  );
}

function planRules(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const base = '/api/v1/plans';
  const tags = ['plans'];
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listPlans(adminContext(services, request)),
    next: null,
  }));
  keepObjects(app, services, {
    base,
    tag: 'plans',
    fresh: NewPlan,
    patch: PlanPatch,
    by: { name: 'key', params: ByKey },
    create: createPlan,
    read: readPlan,
    update: updatePlan,
    remove: deletePlan,
  });
  const schema = { tags, params: ByKey, body: PlanPatch };
  typed.post(`${base}/:key/preview`, { schema, config: previewing }, async (request) =>
    previewPlan(adminContext(services, request), request.params.key, request.body),
  );
}

function daySetRules(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['calendars'];
  const base = '/api/v1/day-sets';
  const one = { tags, params: ByYear };
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listDaySets(adminContext(services, request)),
    next: null,
  }));
  typed.get(`${base}/:key/:year`, { schema: one, config: reading }, async (request) =>
    readDaySet(adminContext(services, request), request.params),
  );
  typed.delete(`${base}/:key/:year`, { schema: one, config: writing }, async (request, reply) => {
    await deleteDaySet(adminContext(services, request), request.params);
    return reply.status(204).send();
  });
}
