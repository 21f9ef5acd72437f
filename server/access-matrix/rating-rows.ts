import { signRatingToken } from '../tickets/rating-link';
import { admins, agents, anybody, requesters } from './expectations';
import { openTicketOf, type World } from './open-world';
import type { RouteRow } from './route-row';

const NOWHERE = 999_999;

export const RATING_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/ratings': { call: () => ({ url: '/api/v1/ratings' }), expected: agents(200) },
  'GET /api/v1/ratings/report': {
    call: () => ({ url: '/api/v1/ratings/report?by=company' }),
    expected: admins(200),
  },
  /** Not even their manager rates for the one who asked. */
  'PUT /api/v1/tickets/:number/rating': {
    call: async (world) => ({
      url: `/api/v1/tickets/${await solvedTicketOf(world)}/rating`,
      payload: { score: 'good' },
    }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/rating`, payload: { score: 'good' } }),
    expected: {
      ...requesters(200),
      manager: 'forbidden',
      follower: 'not_found',
      colleague: 'not_found',
      stranger: 'not_found',
      strangeManager: 'not_found',
    },
  },
  /** Of one ticket, for whoever has its link. */
  'GET /help/:locale/rate/:token': {
    call: async (world) => ({ url: await ratePageOf(world) }),
    expected: anybody(200),
  },
  'POST /help/:locale/rate/:token': {
    call: async (world) => ({ url: await ratePageOf(world), payload: { score: 'good' } }),
    expected: anybody(303),
  },
};

async function ratePageOf(world: World): Promise<string> {
  const answer = await world.app.inject({
    url: `/api/v1/tickets/${await solvedTicketOf(world)}`,
    headers: await world.headersOf('owner'),
  });
  const { conversationId, createdAt } = answer.json<{ conversationId: string; createdAt: string }>();
  return `/help/ru/rate/${signRatingToken(world.services.secrets.ratingLinks, conversationId, createdAt)}`;
}

async function solvedTicketOf(world: World): Promise<number> {
  const number = await openTicketOf(world);
  await world.app.inject({
    method: 'PUT',
    url: `/api/v1/tickets/${number}/solution`,
    headers: await world.headersOf('owner'),
    payload: { solved: true },
  });
  return number;
}
