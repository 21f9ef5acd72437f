import { anybody } from './expectations';
import type { RouteRow } from './route-row';

const headers = { 'x-beseda-portal': '1' };
const session = '/api/v1/portal/session';

/** A cookie of its own opens these; a session of another kind, in whatever header, does not. */
export const PORTAL_ROWS: Record<string, RouteRow> = {
  'POST /api/v1/portal/session': {
    call: () => ({ url: session, headers, payload: {} }),
    expected: anybody('session_required'),
  },
  'DELETE /api/v1/portal/session': { call: () => ({ url: session, headers }), expected: anybody(204) },
  'POST /help/session': {
    call: () => ({ url: '/help/session', payload: { app: 'none', token: 'none' } }),
    expected: anybody(404),
  },
  'POST /help/:locale/requests/sign-in': {
    call: () => ({ url: '/help/ru/requests/sign-in', payload: { email: 'nobody@desk.example' } }),
    expected: anybody(303),
  },
  'GET /help/:locale/requests': { call: () => ({ url: '/help/ru/requests' }), expected: anybody(200) },
  'GET /help/:locale/requests/:number': {
    call: () => ({ url: '/help/ru/requests/1001' }),
    expected: anybody(200),
  },
};
