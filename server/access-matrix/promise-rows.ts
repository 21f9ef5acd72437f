import { agents, requesters, thoseWhoSee } from './expectations';
import type { RouteRow } from './route-row';

const NOWHERE = 999_999;

export const PROMISE_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/promise': { call: () => ({ url: '/api/v1/promise' }), expected: requesters(200) },
  'GET /api/v1/tickets/:number/clocks': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/clocks` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/clocks` }),
    expected: thoseWhoSee(200),
  },
  'PUT /api/v1/tickets/:number/solution': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/solution`, payload: { solved: true } }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/solution`, payload: { solved: true } }),
    expected: {
      ...requesters(200),
      follower: 'forbidden',
      colleague: 'not_found',
      stranger: 'not_found',
      strangeManager: 'not_found',
    },
  },
  'GET /api/v1/desk/alerts': { call: () => ({ url: '/api/v1/desk/alerts' }), expected: agents(200) },
  'POST /api/v1/desk/alerts/seen': {
    call: () => ({ url: '/api/v1/desk/alerts/seen', payload: {} }),
    expected: agents(204),
  },
};
