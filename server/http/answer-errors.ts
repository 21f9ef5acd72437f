import type { ErrorBody } from '@beseda/shared/protocol/errors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeError } from '../context/logger';
import { Refusal, toRefusal } from '../context/refusal';

/** Where something stands that was once at the address of this request. */
export type FindMoved = (request: FastifyRequest) => Promise<string | null>;

/** Every error leaves as `{code, message, field?}`. What we did not foresee says nothing but `internal`. */
export function answerErrors(app: FastifyInstance, findMoved?: FindMoved): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = explain(error);
    if (refusal.status >= 500) request.log.error(describeError(error), 'request failed');
    void reply.status(refusal.status).send(refusal.toBody());
  });
  const limited = app.hasDecorator('rateLimit') ? { preHandler: app.rateLimit() } : {};
  app.setNotFoundHandler(limited, async (request, reply) => {
    const moved = request.method === 'GET' || request.method === 'HEAD' ? await findMoved?.(request) : null;
    if (moved) return reply.header('cache-control', 'no-cache').redirect(moved, 301);
    const body: ErrorBody = { code: 'not_found', message: 'There is nothing here.' };
    return reply.status(404).send(body);
  });
}

/** For what fails before there is a route: an address that cannot be decoded. Says nothing of it back. */
export function answerUnreadable(_error: FastifyError, _request: unknown, reply: FastifyReply): void {
  const body: ErrorBody = { code: 'invalid_input', message: 'The request cannot be read.' };
  void reply
    .status(400)
    .headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    .send(body);
}

function explain(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error.validation) return explainValidation(error);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('body_too_large', 'The body is too large.');
  if (error.statusCode === 429) {
    return new Refusal('too_many_requests', 'Too many requests. Try again a little later.');
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new Refusal('invalid_input', 'The request cannot be read.');
  }
  return toRefusal(error);
}

/** Names the field at fault; a missing one stands in the parameters, a wrong one in the path. */
function explainValidation(error: FastifyError): Refusal {
  const [first] = error.validation ?? [];
  const params = (first?.params ?? {}) as {
    missingProperty?: string;
    requiredProperties?: string[];
    additionalProperty?: string;
    additionalProperties?: string[];
  };
  const path = first?.instancePath.slice(1).replaceAll('/', '.');
  const unknown = params.additionalProperty ?? params.additionalProperties?.[0];
  const field = params.missingProperty ?? params.requiredProperties?.[0] ?? unknown ?? path;
  const message = `${error.validationContext ?? 'input'} ${first?.message ?? 'is wrong'}`;
  return new Refusal('invalid_input', message, field ? { field } : {});
}
