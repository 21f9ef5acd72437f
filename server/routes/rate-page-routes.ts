import { LIMITS } from '@beseda/shared/domain/limits';
import type { PageData } from '@beseda/shared/domain/page-data';
import { LOCALES, RATING_SCORES, type RatingScore } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { openRating } from '../tickets/open-rating';
import { rateTicket } from '../tickets/rate-ticket';
import { localeOf } from './prefer-locale';
import type { Show } from './send-page';

const ByToken = Type.Object({ locale: Type.String(), token: Type.String({ maxLength: 200 }) });
const Asked = Type.Object({ score: Type.Optional(Type.String()), saved: Type.Optional(Type.String()) });
const Form = Type.Object({ score: Type.Optional(Type.String()), comment: Type.Optional(Type.String()) });
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
/** A whole comment, each character of it percent-encoded. */
const BODY_BYTES = 32_768;

type RatePage = Extract<PageData, { page: 'rate' }>;

/**
 * The page that a mail about a solved ticket leads to. Opening it records nothing: programs that look through mail open every
 * link. It needs no scripts and no session; its link is signed, and good for this alone.
 */
export function ratePageRoutes(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const url = '/help/:locale/rate/:token';
  typed.get(
    url,
    { schema: { hide: true, params: ByToken, querystring: Asked }, config },
    async (request, reply) => {
      const { token } = request.params;
      const locale = localeOf(request.params.locale);
      const paths = LOCALES.map((one) => [one, `/help/${one}/rate/${token}`] as const);
      const data = await describe(services, token, request.query);
      const alternates = Object.fromEntries(paths);
      return show(request, reply, { locale, path: `/help/${locale}/rate/${token}`, alternates, data });
    },
  );
  typed.post(
    url,
    { schema: { hide: true, params: ByToken, body: Form }, config, bodyLimit: BODY_BYTES },
    async (request, reply) => {
      const { token } = request.params;
      const path = `/help/${localeOf(request.params.locale)}/rate/${token}`;
      const score = scoreOf(request.body.score);
      const open = await openRating(services, token);
      const comment = (request.body.comment ?? '').replaceAll('\r\n', '\n').slice(0, LIMITS.ratingLength);
      const saved = open && score && (await rate(services, open, { score, comment }));
      return reply.header('cache-control', 'no-store').redirect(saved ? `${path}?saved=1` : path, 303);
    },
  );
}

/** False: it was opened again meanwhile, or merged; the page says so. */
async function rate(
  services: Services,
  { actor, number }: NonNullable<Awaited<ReturnType<typeof openRating>>>,
  given: { score: RatingScore; comment: string },
): Promise<boolean> {
  try {
    await rateTicket(contextFor(services, actor), { number, ...given });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return false;
    throw error;
  }
}

async function describe(
  services: Services,
  token: string,
  { score, saved }: { score?: string; saved?: string },
): Promise<RatePage> {
  const open = await openRating(services, token);
  if (!open) return { page: 'rate', state: 'gone', ticket: null, token, score: null, comment: '' };
  const { number, subject, status, rating } = open;
  const isSolved = status === 'solved' || status === 'closed';
  return {
    page: 'rate',
    state: isSolved ? (saved && rating?.score ? 'saved' : 'asked') : 'reopened',
    ticket: { number, subject },
    token,
    score: scoreOf(score) ?? rating?.score ?? null,
    comment: rating?.comment ?? '',
  };
}

function scoreOf(given: string | undefined): RatingScore | null {
  return RATING_SCORES.find((one) => one === given) ?? null;
}
