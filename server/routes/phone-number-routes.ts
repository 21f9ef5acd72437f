import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { listPhoneNumbers, readPhoneNumber } from '../phone-numbers/list-phone-numbers';
import { createPhoneNumber, deletePhoneNumber, updatePhoneNumber } from '../phone-numbers/save-phone-number';
import { ById, strictObject, Uuid, writing } from './admin-shapes';

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Rest = {
  note: Type.Optional(Type.String({ maxLength: 200 })),
  calendarId: Type.Optional(Type.Union([Uuid, Type.Null()])),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
};
const NewNumber = strictObject({ region: Line, number: Line, ...Rest });
const Patch = strictObject({ region: Type.Optional(Line), number: Type.Optional(Line), ...Rest });

/** The numbers that companies of a region may call, for admins. */
export function phoneNumberRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['phone'];
  const base = '/api/v1/phone-numbers';
  const one = `${base}/:id`;
  const config = { access: 'admin' } as const;
  typed.get(base, { schema: { tags }, config }, async (request) =>
    listPhoneNumbers(contextFor(services, requireAgent(request))),
  );
  typed.post(base, { schema: { tags, body: NewNumber }, config: writing }, async (request, reply) =>
    reply
      .status(201)
      .send(await createPhoneNumber(contextFor(services, requireAgent(request)), request.body)),
  );
  typed.get(one, { schema: { tags, params: ById }, config }, async (request) =>
    readPhoneNumber(contextFor(services, requireAgent(request)), request.params.id),
  );
  typed.patch(one, { schema: { tags, params: ById, body: Patch }, config: writing }, async (request) =>
    updatePhoneNumber(contextFor(services, requireAgent(request)), request.params.id, request.body),
  );
  typed.delete(one, { schema: { tags, params: ById }, config: writing }, async (request, reply) => {
    await deletePhoneNumber(contextFor(services, requireAgent(request)), request.params.id);
    return reply.status(204).send();
  });
}
