import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { listPhoneNumbers, readPhoneNumber } from '../phone-numbers/list-phone-numbers';
import { createPhoneNumber, deletePhoneNumber, updatePhoneNumber } from '../phone-numbers/save-phone-number';
import { strictObject, Uuid } from './admin-shapes';
import { adminContext, keepObjects } from './keep-objects';

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Rest = {
  note: Type.Optional(Type.String({ maxLength: 200 })),
  calendarId: Type.Optional(Type.Union([Uuid, Type.Null()])),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
};
const NewNumber = strictObject({ region: Line, number: Line, ...Rest });
const Patch = strictObject({ region: Type.Optional(Line), number: Type.Optional(Line), ...Rest });

const base = '/api/v1/phone-numbers';

/** The numbers that companies of a region may call, for admins. */
export function phoneNumberRoutes(app: FastifyInstance, services: Services): void {
  app.get(base, { schema: { tags: ['phone'] }, config: { access: 'admin' } }, async (request) =>
    listPhoneNumbers(adminContext(services, request)),
  );
  keepObjects(app, services, {
    base,
    tag: 'phone',
    fresh: NewNumber,
    patch: Patch,
    create: createPhoneNumber,
    read: readPhoneNumber,
    update: updatePhoneNumber,
    remove: deletePhoneNumber,
  });
}
