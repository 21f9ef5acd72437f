import { agents } from './expectations';
import { openTicketOf } from './open-world';
import type { RouteRow } from './route-row';

const NOWHERE = 999_999;

export const TOPIC_ROWS: Record<string, RouteRow> = {
  'POST /api/v1/tickets/:number/split': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/split`, payload: { seq: 1 } }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/split`, payload: { seq: 1 } }),
    expected: agents(200),
  },
  'DELETE /api/v1/tickets/:number/split': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/split` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/split` }),
    expected: agents(200),
  },
  'PUT /api/v1/tickets/:number/merge': {
    call: async (world) => ({
      url: `/api/v1/tickets/${await openTicketOf(world)}/merge`,
      payload: { into: world.ours.number },
    }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/merge`, payload: { into: NOWHERE + 1 } }),
    expected: agents(200),
  },
  'DELETE /api/v1/tickets/:number/merge': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/merge` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/merge` }),
    expected: agents(200),
  },
};
