import { contextFor } from '../context/context';
import { readRules } from '../search-rules/read-rules';
import { admins } from './expectations';
import type { RouteRow } from './route-row';

const NOTHING = { synonyms: [], stopWords: [], pins: [], off: [] };
const url = '/api/v1/kb/search-rules/en';

export const SEARCH_RULE_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/kb/search-rules/:locale': { call: () => ({ url }), expected: admins(200) },
  'PUT /api/v1/kb/search-rules/:locale': {
    call: async ({ services, admin }) => {
      const { revision } = await readRules(contextFor(services, admin), 'en');
      return { url, payload: { ...NOTHING, revision } };
    },
    expected: admins(200),
  },
  'POST /api/v1/kb/search-rules/:locale/preview': {
    call: () => ({ url: `${url}/preview`, payload: { ...NOTHING, q: 'tax' } }),
    expected: admins(200),
  },
};
