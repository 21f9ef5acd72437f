import { LOCALES, NOTICE_KINDS, PERSON_MAILS } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { notFound } from '../context/refusal';
import { requireAgent } from '../http/authenticate';
import {
  mailChoiceUrl,
  readChoiceToken,
  readMailOff,
  readNoticeChoice,
  saveMailOff,
  saveNoticeChoice,
} from '../mail/mail-choice';
import { findVisitor } from '../portal/find-visitor';
import { strictObject } from './admin-shapes';
import { PORTAL_COOKIE } from './portal-routes';
import { localeOf } from './prefer-locale';
import type { Show } from './send-page';

const ByToken = Type.Object({ locale: Type.String(), token: Type.String({ maxLength: 200 }) });
const Asked = Type.Object({ saved: Type.Optional(Type.String()), kind: Type.Optional(Type.String()) });
const Form = Type.Record(Type.String(), Type.String());
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const hidden = { hide: true };

/**
 * Where a person chooses their mail. The link in a mail needs no session and opens nothing else; a mail reader's own
 * «unsubscribe» posts to it (RFC 8058). Opening it changes nothing.
 */
export function mailChoicePageRoutes(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const url = '/help/:locale/mail/:token';
  const ByLocale = Type.Object({ locale: Type.String() });
  typed.get(
    '/help/:locale/mail',
    { schema: { ...hidden, params: ByLocale }, config },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const visitor = await findVisitor(services, request.cookies[PORTAL_COOKIE]);
      const goal =
        visitor && new URL(mailChoiceUrl(services, { personId: visitor.personId, locale })).pathname;
      return reply.header('cache-control', 'no-store').redirect(goal ?? `/help/${locale}/requests`, 303);
    },
  );
  typed.get(
    url,
    { schema: { ...hidden, params: ByToken, querystring: Asked }, config },
    async (request, reply) => {
      const { token } = request.params;
      const locale = localeOf(request.params.locale);
      const alternates = Object.fromEntries(LOCALES.map((one) => [one, `/help/${one}/mail/${token}`]));
      const { off } = await openChoice(services, token);
      const wanted = PERSON_MAILS.filter((kind) => !off.includes(kind));
      const data = {
        page: 'mail',
        token,
        wanted: [...wanted],
        saved: request.query.saved !== undefined,
      } as const;
      return show(request, reply, { locale, path: `/help/${locale}/mail/${token}`, alternates, data });
    },
  );
  typed.post(
    url,
    { schema: { ...hidden, params: ByToken, querystring: Asked, body: Form }, config },
    async (request, reply) => {
      const { token } = request.params;
      const { personId, off } = await openChoice(services, token);
      const { kind = '' } = request.query;
      const isOneClick = request.body['List-Unsubscribe'] === 'One-Click';
      await saveMailOff(
        services,
        personId,
        isOneClick ? [...off, kind] : PERSON_MAILS.filter((one) => !(one in request.body)),
      );
      void reply.header('cache-control', 'no-store');
      if (isOneClick) return reply.status(204).send();
      return reply.redirect(`/help/${localeOf(request.params.locale)}/mail/${token}?saved=1`, 303);
    },
  );
}

async function openChoice(services: Services, token: string) {
  const personId = readChoiceToken(services, token);
  const off = personId && (await readMailOff(services, personId));
  if (!personId || !off) throw notFound();
  return { personId, off };
}

const Choice = strictObject({
  off: Type.Array(Type.Enum([...NOTICE_KINDS]), { maxItems: NOTICE_KINDS.length }),
});

/** What an agent is told of by mail: their own choice. */
export function noticeChoiceRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const schema = { tags: ['mail'] };
  const own = '/api/v1/desk/mail-choice';
  typed.get(own, { schema, config: { access: 'agent' } }, async (request) =>
    readNoticeChoice(contextFor(services, requireAgent(request))),
  );
  typed.put(own, { schema: { ...schema, body: Choice }, config: { access: 'agent' } }, async (request) =>
    saveNoticeChoice(contextFor(services, requireAgent(request)), request.body.off),
  );
}
