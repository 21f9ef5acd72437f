import type { PortalRefusal, PortalView } from '@beseda/shared/domain/page-data';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { ERROR_STATUS } from '@beseda/shared/protocol/errors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { AppDirectory } from '../apps/find-app';
import type { Services } from '../context/context';
import { RateLimiter } from '../context/rate-limiter';
import { notFound, Refusal } from '../context/refusal';
import { enterFromHost } from '../portal/enter-from-host';
import { explainNoVisitor, findVisitor } from '../portal/find-visitor';
import { mailPortalLink } from '../portal/mail-portal-link';
import { REQUESTS_PLACE, readRequestsPlace } from '../portal/requests-place';
import { readTypeRules } from '../settings/read-type-rules';
import { PORTAL_COOKIE, setPortalCookie } from './portal-routes';
import { localeOf, preferLocale } from './prefer-locale';
import type { Show } from './send-page';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const EMAIL_LENGTH = 320;
const MAILS_PER_MINUTE = 20;
/** A form with a place in it that begins a question. */
const FORM_BYTES = 65_536;

const Place = Type.Object({ locale: Type.String() });
const PlaceOfOne = Type.Object({ locale: Type.String(), number: Type.String() });
const Told = Type.Object({
  asked: Type.Optional(Type.String()),
  refused: Type.Optional(Type.String({ maxLength: 40 })),
  article: Type.Optional(Type.String({ maxLength: 20 })),
  text: Type.Optional(Type.String()),
});
const To = Type.Optional(Type.Union([Type.String({ pattern: REQUESTS_PLACE }), Type.Literal('')]));
const AddressForm = Type.Object({ email: Type.String({ maxLength: 1_000 }), to: To });
const HostForm = Type.Object({
  app: Type.String({ minLength: 1, maxLength: 100 }),
  token: Type.String({ maxLength: 8_000 }),
  locale: Type.Optional(Type.Enum([...LOCALES])),
  to: To,
});
const schema = { hide: true };
const config = { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;
const entering = { ...config, rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

interface Opening {
  locale: Locale;
  /** What follows `/requests/`; '': nothing. */
  to?: string;
  view?: PortalView;
  refused?: PortalRefusal | null;
}

type Open = (request: FastifyRequest, reply: FastifyReply, opening: Opening) => Promise<FastifyReply>;

/** «Мои обращения»: the page that the requests are drawn in, and the ways into it. */
export function requestsPageRoutes(
  app: FastifyInstance,
  services: Services,
  { directory, show }: { directory: AppDirectory; show: Show },
): void {
  const open = pageOpener(services, show);
  showRequests(app, open);
  takeAddresses(app, services, open);
  takeHostForms(app, services, directory, open);
}

/** Draws the requests' place for who has signed in, else the way in and, where there is one, the reason for it. */
function pageOpener(services: Services, show: Show): Open {
  return async (request, reply, { locale, to = '', view, refused = null }) => {
    const alternates = Object.fromEntries(LOCALES.map((one) => [one, placeOf(one, to)]));
    const { publicUrl, mailDomain } = services.environment;
    const mailDelay = await services.settings.get('mail.unseen_delay_seconds');
    const name = await services.settings.get('vendor.name');
    const found = view || refused ? { signedIn: false, refused } : await recognise(services, request, reply);
    const boot = {
      locale,
      name,
      publicUrl,
      mailDelay,
      supportEmail: `support@${mailDomain}`,
      signedIn: found.signedIn,
      ...(await readTypeRules(services.settings)),
    };
    const drawn = view ?? (found.signedIn ? { is: 'requests' } : { ...SIGN_IN, to });
    const data = { page: 'requests', boot, view: drawn, refused: found.refused } as const;
    return show(request, reply, { locale, path: placeOf(locale, to), alternates, data });
  };
}

/** The page of the requests, or of one. */
const placeOf = (locale: Locale, to: string) => `/help/${locale}/requests${to && `/${to}`}`;
const SIGN_IN = { is: 'sign-in', email: '', invalid: false } as const;

async function recognise(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ signedIn: boolean; refused: PortalRefusal | null }> {
  const cookie = request.cookies[PORTAL_COOKIE];
  if (await findVisitor(services, cookie)) return { signedIn: true, refused: null };
  if (!cookie) return { signedIn: false, refused: null };
  const refusal = await explainNoVisitor(services, cookie);
  if (refusal.code === 'session_ended') void reply.clearCookie(PORTAL_COOKIE, { path: '/' });
  return { signedIn: false, refused: toShown(refusal) };
}

function showRequests(app: FastifyInstance, open: Open): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/help/:locale/requests',
    { schema: { ...schema, params: Place, querystring: Told }, config },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      return open(request, reply, { locale, to: '', ...readTold(request.query, '') });
    },
  );
  typed.get(
    '/help/:locale/requests/:number',
    { schema: { ...schema, params: PlaceOfOne, querystring: Told }, config },
    async (request, reply) => {
      const { locale, number } = request.params;
      const to = readRequestsPlace(number, request.query);
      if (to === null) throw notFound();
      return open(request, reply, { locale: localeOf(locale), to, ...readTold(request.query, to) });
    },
  );
}

/** That a mail is on its way, or why the page's script was refused. */
function readTold(
  { asked, refused: code }: Type.Static<typeof Told>,
  to: string,
): Pick<Opening, 'view' | 'refused'> {
  if (asked !== undefined) return { view: { is: 'asked', to } };
  const isKnown = code !== undefined && Object.hasOwn(ERROR_STATUS, code);
  return isKnown ? { refused: { code, company: null, supportUrl: null } } : {};
}

/** What is answered does not depend on whose address it is. */
function takeAddresses(app: FastifyInstance, services: Services, open: Open): void {
  const mails = new RateLimiter();
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/help/:locale/requests/sign-in',
      { schema: { ...schema, params: Place, body: AddressForm }, config, bodyLimit: FORM_BYTES },
      async (request, reply) => {
        const locale = localeOf(request.params.locale);
        const { to = '' } = request.body;
        const email = request.body.email.trim();
        if (email.length > EMAIL_LENGTH || !EMAIL.test(email))
          return open(request, reply, { locale, to, view: { is: 'sign-in', to, email, invalid: true } });
        const { rateLimits } = services.environment;
        if (rateLimits && !mails.take(request.ip, MAILS_PER_MINUTE, services.now())) {
          const refused = { code: 'too_many_requests', company: null, supportUrl: null };
          return open(request, reply, { locale, to, view: { ...SIGN_IN, to, email }, refused });
        }
        await mailPortalLink(services, { email, locale, to });
        return leadOn(reply, `${placeOf(locale, to)}${to.includes('?') ? '&' : '?'}asked=1`);
      },
    );
}

function takeHostForms(app: FastifyInstance, services: Services, directory: AppDirectory, open: Open): void {
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/help/session',
      { schema: { ...schema, body: HostForm }, config: entering, bodyLimit: FORM_BYTES },
      async (request, reply) => {
        const { app: key, token, to = '' } = request.body;
        const locale = request.body.locale ?? preferLocale(request.headers['accept-language']);
        try {
          const form = { app: key, token, origin: request.headers.origin };
          const entered = await enterFromHost(services, directory, form);
          if ('ask' in entered)
            return await open(request, reply, {
              locale,
              to,
              view: { is: 'confirm', app: key, token, to, ...entered.ask },
            });
          setPortalCookie(reply, services, entered.session);
        } catch (error) {
          if (!(error instanceof Refusal) || error.status >= 500) throw error;
          return open(request, reply, { locale, to, refused: toShown(error) });
        }
        return leadOn(reply, placeOf(locale, to));
      },
    );
}

function toShown({ code, details }: Refusal): PortalRefusal {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return { code, company: textOf(details?.company), supportUrl: textOf(details?.supportUrl) };
}

function leadOn(reply: FastifyReply, url: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(url, 303);
}
