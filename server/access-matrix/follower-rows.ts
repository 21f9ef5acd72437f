import { agents, requesters, thoseWhoSee } from './expectations';
import type { RouteRow } from './route-row';
import type { SeededCompany } from './seed-company';

const NOWHERE = 999_999;

const add = (number: number, { follower }: SeededCompany) => ({
  url: `/api/v1/tickets/${number}/followers`,
  payload: { person: follower.personId },
});

export const FOLLOWER_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/tickets/similar': {
    call: () => ({ url: '/api/v1/tickets/similar?q=%D0%92%D0%BE%D0%BF%D1%80%D0%BE%D1%81+%D0%BE%D1%82+vita' }),
    expected: requesters(200),
  },
  /** Nobody joins what was not offered to them, their own company's tickets neither. */
  'POST /api/v1/tickets/:number/follow': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/follow`, payload: { offer: '1.forged' } }),
    expected: requesters('not_found'),
  },
  'GET /api/v1/tickets/:number/colleagues': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/colleagues` }),
    missing: () => ({ url: `/api/v1/tickets/${NOWHERE}/colleagues` }),
    expected: agents(200),
  },
  'POST /api/v1/tickets/:number/followers': {
    call: ({ ours }) => add(ours.number, ours),
    missing: ({ ours }) => add(NOWHERE, ours),
    expected: { ...thoseWhoSee(200), owner: 'forbidden', follower: 'forbidden' },
  },
  'DELETE /api/v1/tickets/:number/followers/:person': {
    call: ({ ours }) => ({ url: `/api/v1/tickets/${ours.number}/followers/${ours.colleague.personId}` }),
    missing: ({ ours }) => ({ url: `/api/v1/tickets/${NOWHERE}/followers/${ours.colleague.personId}` }),
    expected: { ...thoseWhoSee(204), follower: 'forbidden' },
  },
};
