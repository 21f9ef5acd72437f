import { agents } from './expectations';
import type { RouteRow } from './route-row';

const checked = (number: number) => ({ url: `/api/v1/kb/articles/${number}/checked`, payload: {} });

export const CHECK_ROWS: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/kb/checks': { call: () => ({ url: '/api/v1/kb/checks?kind=links' }), expected: agents(200) },
  'POST /api/v1/kb/checks/outside': {
    call: () => ({ url: '/api/v1/kb/checks/outside', payload: {} }),
    expected: agents(202),
  },
  'POST /api/v1/kb/articles/:number/checked': {
    call: () => checked(101),
    missing: () => checked(999_999_999),
    expected: agents(200),
  },
};
