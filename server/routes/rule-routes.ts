import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deleteCalendar } from '../calendars/delete-calendar';
import { deleteDaySet } from '../calendars/delete-day-set';
import { listCalendars, readCalendarCard } from '../calendars/list-calendars';
import { listDaySets, readDaySet } from '../calendars/list-day-sets';
import { previewCalendar } from '../calendars/preview-calendar';
import { createCalendar, updateCalendar } from '../calendars/save-calendar';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { deletePlan } from '../plans/delete-plan';
import { listPlans, readPlan } from '../plans/list-plans';
import { previewPlan } from '../plans/preview-plan';
import { createPlan, updatePlan } from '../plans/save-plan';
import { deletePolicy } from '../policies/delete-policy';
import { listPolicies, readPolicy } from '../policies/list-policies';
import { previewPolicy } from '../policies/preview-policy';
import { createPolicy, updatePolicy } from '../policies/save-policy';
import { ById, writing } from './admin-shapes';
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
  const ctx = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  calendarRules(app, ctx);
  policyRules(app, ctx);
  planRules(app, ctx);
  daySetRules(app, ctx);
}

type ContextOf = (request: FastifyRequest) => ReturnType<typeof contextFor>;

function calendarRules(app: FastifyInstance, ctx: ContextOf): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['calendars'];
  const base = '/api/v1/calendars';
  const one = { tags, params: ById };
  const change = { ...one, body: CalendarPatch };
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listCalendars(ctx(request)),
    next: null,
  }));
  typed.post(base, { schema: { tags, body: NewCalendar }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createCalendar(ctx(request), request.body)),
  );
  typed.get(`${base}/:id`, { schema: one, config: reading }, async (request) =>
    readCalendarCard(ctx(request), request.params.id),
  );
  typed.patch(`${base}/:id`, { schema: change, config: writing }, async (request) =>
    updateCalendar(ctx(request), request.params.id, request.body),
  );
  typed.post(`${base}/:id/preview`, { schema: change, config: previewing }, async (request) =>
    previewCalendar(ctx(request), request.params.id, request.body),
  );
  typed.delete(`${base}/:id`, { schema: one, config: writing }, async (request, reply) => {
    await deleteCalendar(ctx(request), request.params.id);
    return reply.status(204).send();
  });
}

function policyRules(app: FastifyInstance, ctx: ContextOf): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['policies'];
  const base = '/api/v1/policies';
  const one = { tags, params: ById };
  const change = { ...one, body: PolicyPatch };
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listPolicies(ctx(request)),
    next: null,
  }));
  typed.post(base, { schema: { tags, body: NewPolicy }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createPolicy(ctx(request), request.body)),
  );
  typed.get(`${base}/:id`, { schema: one, config: reading }, async (request) =>
    readPolicy(ctx(request), request.params.id),
  );
  typed.patch(`${base}/:id`, { schema: change, config: writing }, async (request) =>
    updatePolicy(ctx(request), request.params.id, request.body),
  );
  typed.post(`${base}/:id/preview`, { schema: change, config: previewing }, async (request) =>
    previewPolicy(ctx(request), request.params.id, request.body),
  );
  typed.delete(`${base}/:id`, { schema: one, config: writing }, async (request, reply) => {
    await deletePolicy(ctx(request), request.params.id);
    return reply.status(204).send();
  });
}

function planRules(app: FastifyInstance, ctx: ContextOf): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['plans'];
  const base = '/api/v1/plans';
  const one = { tags, params: ByKey };
  const change = { ...one, body: PlanPatch };
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listPlans(ctx(request)),
    next: null,
  }));
  typed.post(base, { schema: { tags, body: NewPlan }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createPlan(ctx(request), request.body)),
  );
  typed.get(`${base}/:key`, { schema: one, config: reading }, async (request) =>
    readPlan(ctx(request), request.params.key),
  );
  typed.patch(`${base}/:key`, { schema: change, config: writing }, async (request) =>
    updatePlan(ctx(request), request.params.key, request.body),
  );
  typed.post(`${base}/:key/preview`, { schema: change, config: previewing }, async (request) =>
    previewPlan(ctx(request), request.params.key, request.body),
  );
  typed.delete(`${base}/:key`, { schema: one, config: writing }, async (request, reply) => {
    await deletePlan(ctx(request), request.params.key);
    return reply.status(204).send();
  });
}

function daySetRules(app: FastifyInstance, ctx: ContextOf): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['calendars'];
  const base = '/api/v1/day-sets';
  const one = { tags, params: ByYear };
  typed.get(base, { schema: { tags }, config: reading }, async (request) => ({
    results: await listDaySets(ctx(request)),
    next: null,
  }));
  typed.get(`${base}/:key/:year`, { schema: one, config: reading }, async (request) =>
    readDaySet(ctx(request), request.params),
  );
  typed.delete(`${base}/:key/:year`, { schema: one, config: writing }, async (request, reply) => {
    await deleteDaySet(ctx(request), request.params);
    return reply.status(204).send();
  });
}
