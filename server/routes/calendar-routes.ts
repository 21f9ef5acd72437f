import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { importDaySets } from '../calendars/import-day-sets';
import { DAY_SET_KEY } from '../calendars/parse-day-set';
import { PREVIEW_OPS, previewHours, readCalendar } from '../calendars/preview-hours';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { strictObject, writing } from './admin-shapes';

const Instant = Type.String({ maxLength: 40 });
/** One schema of two types: of a union's first, the validator would make an empty string out of null. */
const PauseEnd = Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 40 });
const PauseBody = Type.Array(PauseEnd, { minItems: 2, maxItems: 2 });
const PreviewBody = Type.Object({
  op: Type.Enum([...PREVIEW_OPS]),
  calendar: Type.Unknown(),
  start: Instant,
  end: Type.Optional(Instant),
  durationSeconds: Type.Optional(Type.Number({ minimum: 0, maximum: 2_000_000_000 })),
  pauses: Type.Optional(Type.Array(PauseBody, { maxItems: 1_000 })),
});

const LONGEST_FILE = 1024 * 1024;
const DaysBody = strictObject({
  key: Type.String({ pattern: DAY_SET_KEY }),
  text: Type.String({ maxLength: LONGEST_FILE }),
  year: Type.Optional(Type.Integer({ minimum: 1970, maximum: 9999 })),
});

/** Business hours, and what they come to. */
export function calendarRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(
    '/api/v1/business-hours/preview',
    {
      schema: { tags: ['calendars'], body: PreviewBody },
      attachValidation: true,
      config: { access: 'agent', rateLimit: { max: 1_200, timeWindow: '1 minute' } },
    },
    async (request) => {
      const { body, validationError } = request;
      // A calendar that is wrong is told first: it is what the caller works on.
      const hours = body && 'calendar' in body ? readCalendar(body.calendar) : null;
      if (validationError || !hours) throw validationError;
      return previewHours(hours, body);
    },
  );
  typed.post(
    '/api/v1/day-sets',
    { schema: { tags: ['calendars'], body: DaysBody }, config: writing, bodyLimit: 2 * LONGEST_FILE },
    async (request) => importDaySets(contextFor(services, requireAgent(request)), request.body),
  );
}
