import { requesters } from './expectations';
import { openTicketOf, type World } from './open-world';
import type { RouteRow } from './route-row';

const NOWHERE = 999_999;

export const RATING_ROWS: Record<string, RouteRow> = {
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
};

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
