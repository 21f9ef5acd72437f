import { uuidv7 } from '@beseda/shared/domain/uuid';
import { demoPeople } from '../demo/people';
import { signSupportToken } from '../demo/sign-support-token';
import { createLinkSigner } from '../files/sign-link';
import { ADMIN_ROWS } from './admin-rows';
import { CALENDAR_ROWS } from './calendar-rows';
import { CHECK_ROWS } from './check-rows';
import { COMMENT_ROWS } from './comment-rows';
import { CONTENTS_ROWS } from './contents-rows';
import { actors, agents, anybody, requesters, thoseWhoSee } from './expectations';
import { FOLLOWER_ROWS } from './follower-rows';
import { INBOUND_ROWS } from './inbound-rows';
import { KNOWLEDGE_ROWS } from './knowledge-rows';
import { MANUSCRIPT_ROWS } from './manuscript-rows';
import { attachmentOf, beginUpload, fileForm, ORIGIN, openTicketOf, uploadOf } from './open-world';
import { OUTGOING_ROWS } from './outgoing-rows';
import { PHONE_ROWS } from './phone-rows';
import { PORTAL_ROWS } from './portal-rows';
import { PROMISE_ROWS } from './promise-rows';
import { RATING_ROWS } from './rating-rows';
import { REPORT_ROWS } from './report-rows';
import type { Call, RouteRow } from './route-row';
import { RULE_ROWS } from './rule-rows';
import { SEARCH_RULE_ROWS } from './search-rule-rows';
import { TEAM_ROWS } from './team-rows';
import { TOPIC_ROWS } from './topic-rows';
import { TRANSFER_ROWS } from './transfer-rows';

const page = (url: string, status = 200): RouteRow => ({ call: () => ({ url }), expected: anybody(status) });
const NOWHERE = 999_999;
const message = () => ({ clientId: uuidv7(), text: 'Ещё вопрос' });
const evidence = { shown: [], opened: [], refused: [] };

const TICKET_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/conversations': { call: () => ({ url: '/api/v1/conversations' }), expected: requesters(200) },
  'GET /api/v1/requests.csv': { call: () => ({ url: '/api/v1/requests.csv' }), expected: requesters(200) },
  'GET /api/v1/colleagues': {
    call: () => ({ url: '/api/v1/colleagues' }),
    expected: { ...requesters('forbidden'), manager: 200, strangeManager: 200 },
  },
  'GET /api/v1/tickets': { call: () => ({ url: '/api/v1/tickets' }), expected: actors(200) },
  'POST /api/v1/tickets': {
    call: () => ({ url: '/api/v1/tickets', payload: message() }),
    expected: {
      ...actors(201),
      agent: 'unknown_requester',
      admin: 'unknown_requester',
      apiToken: 'unknown_requester',
    },
  },
  'GET /api/v1/tickets/:number': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}` }),
    expected: thoseWhoSee(200),
  },
  'PATCH /api/v1/tickets/:number': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}`, payload: { priority: 'high' } }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}`, payload: { priority: 'high' } }),
    expected: agents(200),
  },
  /** One of the owner's, made to go. */
  'DELETE /api/v1/tickets/:number': {
    call: async (world) => ({ url: `/api/v1/tickets/${await openTicketOf(world)}` }),
    expected: { ...agents('forbidden'), admin: 204 },
  },
  'GET /api/v1/tickets/:number/messages': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/messages` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/messages` }),
    expected: thoseWhoSee(200),
  },
  'POST /api/v1/tickets/:number/messages': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/messages`, payload: message() }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/messages`, payload: message() }),
    expected: thoseWhoSee(201),
  },
};

const SESSION_ROWS: Record<string, RouteRow> = {
  'POST /api/v1/session': {
    call: async ({ site }) => ({
      url: '/api/v1/session',
      headers: { origin: ORIGIN },
      payload: {
        app: site.key,
        token: await signSupportToken(demoPeople.distributor, { appKey: site.key, ...site }),
      },
    }),
    expected: anybody('not_staff'),
  },
  'DELETE /api/v1/session': { call: () => ({ url: '/api/v1/session' }), expected: requesters(204) },
  'GET /api/v1/desk/session': {
    call: () => ({ url: '/api/v1/desk/session' }),
    expected: agents(200),
  },
  'POST /api/v1/desk/session': {
    call: () => ({ url: '/api/v1/desk/session', payload: { link: 'never made' } }),
    expected: anybody('link_spent'),
  },
  'DELETE /api/v1/desk/session': { call: () => ({ url: '/api/v1/desk/session' }), expected: agents(204) },
  'POST /api/v1/desk/sign-in-link': {
    call: () => ({ url: '/api/v1/desk/sign-in-link', payload: { email: 'nobody@desk.example' } }),
    expected: anybody(204),
  },
  'PUT /api/v1/desk/absence': {
    call: () => ({ url: '/api/v1/desk/absence', payload: { until: null } }),
    expected: agents(204),
  },
  'PUT /api/v1/desk/password': {
    call: () => ({ url: '/api/v1/desk/password', payload: { password: 'short' } }),
    expected: agents('invalid_input'),
  },
  'GET /api/v1/desk/queue': { call: () => ({ url: '/api/v1/desk/queue?view=all' }), expected: agents(200) },
  'GET /api/v1/desk/agents': { call: () => ({ url: '/api/v1/desk/agents' }), expected: agents(200) },
};

const ARTICLE_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/articles/suggest': page(
    '/api/v1/articles/suggest?q=%D0%B2%D1%8B%D0%BF%D0%BB%D0%B0%D1%82%D0%B0',
  ),
  'GET /api/v1/articles/search': page('/api/v1/articles/search?q=%D0%B2%D1%8B%D0%BF%D0%BB%D0%B0%D1%82%D0%B0'),
  'GET /api/v1/articles/look-up': page(
    '/api/v1/articles/look-up?q=%D0%B2%D1%8B%D0%BF%D0%BB%D0%B0%D1%82%D0%B0',
  ),
  'GET /api/v1/articles/:numberOrSlug': page('/api/v1/articles/101'),
  'PUT /api/v1/articles/:number/vote': {
    call: () => ({
      url: '/api/v1/articles/101/vote',
      payload: { locale: 'ru', helpful: true, visitor: uuidv7() },
    }),
    missing: () => ({
      url: '/api/v1/articles/4242/vote',
      payload: { locale: 'ru', helpful: true, visitor: uuidv7() },
    }),
    expected: { ...anybody(204), agent: 'forbidden', admin: 'forbidden', apiToken: 'forbidden' },
  },
  'GET /api/v1/kb/host-pages': {
    call: () => ({ url: '/api/v1/kb/host-pages' }),
    expected: agents(200),
  },
  'POST /api/v1/articles/titles': {
    call: ({ site }) => ({
      url: '/api/v1/articles/titles',
      payload: { app: site.key, numbers: [101, 112], locale: 'ru' },
    }),
    expected: anybody(200),
  },
  'GET /api/v1/tickets/:number/articles': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/articles` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/articles` }),
    expected: agents(200),
  },
  'GET /api/v1/tickets/:number/searches': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/searches` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/searches` }),
    expected: agents(200),
  },
  'POST /api/v1/deflections': {
    call: () => ({
      url: '/api/v1/deflections',
      payload: { clientId: uuidv7(), article: 101, locale: 'ru', evidence },
    }),
    expected: requesters(204),
  },
};

const FILE_ROWS: Record<string, RouteRow> = {
  'POST /api/v1/files': {
    call: () => {
      const { payload, type } = fileForm();
      return { url: `/api/v1/files?clientId=${uuidv7()}`, payload, headers: { 'content-type': type } };
    },
    expected: actors(201),
  },
  'GET /api/v1/files/:id': {
    call: async (world) => {
      const id = await uploadOf(world, await world.headersOf('owner'));
      const { secrets, now } = world.services;
      const [path, query] = createLinkSigner(secrets.fileLinks, now)(id, 'original', {
        conversationId: null,
        viewer: 'requester',
      }).split('?');
      return { url: `${path}?${query?.replace(/s=.*/, 's=guessed')}` };
    },
    missing: () => ({ url: `/api/v1/files/${uuidv7()}?v=requester&r=original&e=99999999999999&s=guessed` }),
    expected: anybody('not_found'),
  },
  'GET /api/v1/files/limits': { call: () => ({ url: '/api/v1/files/limits' }), expected: actors(200) },
  /** Who may not see a file gets a list without it, as for one that does not exist. */
  'GET /api/v1/files/links': {
    call: async (world) => ({ url: `/api/v1/files/links?ids=${await attachmentOf(world)}` }),
    expected: actors(200),
  },
  'POST /api/v1/uploads': {
    call: () => ({ url: '/api/v1/uploads', payload: { clientId: uuidv7(), name: 'a.txt', size: 3 } }),
    expected: actors(200),
  },
  /** An upload of the owner's: for all others, also their manager and agents, it does not exist. */
  'PUT /api/v1/uploads/:clientId': {
    call: async (world) => partOf(await beginUpload(world, await world.headersOf('owner'))),
    missing: () => partOf(uuidv7()),
    expected: { ...actors('not_found'), owner: 200 },
  },
};

function partOf(clientId: string): Call {
  const headers = { 'content-type': 'application/octet-stream' };
  return { url: `/api/v1/uploads/${clientId}?offset=0`, payload: 'abc', headers };
}

const PAGE_ROWS: Record<string, RouteRow> = {
  'GET /api/docs/': page('/api/docs/'),
  'GET /api/docs/static/index.html': page('/api/docs/static/index.html', 302),
  'GET /api/docs/static/swagger-initializer.js': page('/api/docs/static/swagger-initializer.js'),
  'GET /api/docs/json': page('/api/docs/json'),
  'GET /api/docs/yaml': page('/api/docs/yaml'),
  'GET /api/docs/static/*': page('/api/docs/static/swagger-ui.css'),
  'GET /api/openapi.json': page('/api/openapi.json'),
  'GET /robots.txt': page('/robots.txt'),
  'GET /sitemap.xml': page('/sitemap.xml'),
  'GET /sitemaps/:sheet': page('/sitemaps/1.xml'),
  'GET /help/:locale/feed.atom': page('/help/ru/feed.atom'),
  'GET /help/*': page('/help/ru/', 301),
  'GET /help': page('/help', 302),
  'GET /help/:locale': page('/help/ru'),
  'GET /help/:locale/section/:id': page('/help/ru/section/1', 301),
  'GET /help/:locale/category/:id': page('/help/ru/category/1', 301),
  'GET /help/:locale/search': page('/help/ru/search?q=x'),
  'GET /help/:locale/article/:id': page('/help/ru/article/101', 301),
  'POST /help/:locale/article/:id/vote': {
    call: () => ({ url: '/help/ru/article/101/vote', payload: { helpful: 'yes' } }),
    expected: anybody(303),
  },
  'GET /demo/assets/*': page('/demo/assets/icon.svg'),
  'GET /demo': page('/demo'),
  'GET /demo/*': page('/demo/members'),
  'GET /demo/people.json': page('/demo/people.json'),
  'GET /demo-mail': page('/demo-mail'),
  'GET /demo-mail/:id': { call: () => ({ url: '/demo-mail/none' }), expected: anybody('not_found') },
  'GET /demo-mail/:id/html': {
    call: () => ({ url: '/demo-mail/none/html' }),
    expected: anybody('not_found'),
  },
  'GET /demo/support-token': page('/demo/support-token?as=start'),
  'GET /': page('/'),
  'GET /widget.js': { call: ({ site }) => ({ url: `/widget.js?app=${site.key}` }), expected: anybody(200) },
  'GET /panel': { call: ({ site }) => ({ url: `/panel?app=${site.key}` }), expected: anybody(200) },
  'GET /assets/*': { call: () => ({ url: '/assets/none.js' }), expected: anybody('not_found') },
  'GET /desk/assets/*': { call: () => ({ url: '/desk/assets/none.js' }), expected: anybody('not_found') },
  'GET /favicon.ico': page('/favicon.ico'),
  'GET /desk': page('/desk'),
  'GET /desk/*': page('/desk/tickets/1001'),
  'GET /healthz': page('/healthz'),
  'GET /readyz': page('/readyz'),
  'GET /metrics': page('/metrics'),
};

/** Every route of the server, as the app names it. A new route needs a row here. */
export const ROUTE_ROWS: Readonly<Record<string, RouteRow>> = {
  ...TICKET_ROWS,
  ...SESSION_ROWS,
  ...ADMIN_ROWS,
  ...TEAM_ROWS,
  ...COMMENT_ROWS,
  ...INBOUND_ROWS,
  ...CONTENTS_ROWS,
  ...CHECK_ROWS,
  ...ARTICLE_ROWS,
  ...FILE_ROWS,
  ...KNOWLEDGE_ROWS,
  ...CALENDAR_ROWS,
  ...RULE_ROWS,
  ...PHONE_ROWS,
  ...MANUSCRIPT_ROWS,
  ...PORTAL_ROWS,
  ...PROMISE_ROWS,
  ...TOPIC_ROWS,
  ...RATING_ROWS,
  ...OUTGOING_ROWS,
  ...REPORT_ROWS,
  ...SEARCH_RULE_ROWS,
  ...TRANSFER_ROWS,
  ...FOLLOWER_ROWS,
  ...PAGE_ROWS,
};
