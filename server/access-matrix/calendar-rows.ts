import { admins, agents } from './expectations';
import type { RouteRow } from './route-row';

export const CALENDAR_ROWS: Record<string, RouteRow> = {
  'POST /api/v1/business-hours/preview': {
    call: () => ({
      url: '/api/v1/business-hours/preview',
      payload: {
        op: 'due',
        calendar: { tz: 'Europe/Moscow', hours: { mon: [['08:00', '20:00']] } },
        start: '2026-03-02T05:30:00Z',
        durationSeconds: 3_600,
      },
    }),
    expected: agents(200),
  },
  'POST /api/v1/day-sets': {
    call: () => ({
      url: '/api/v1/day-sets',
      payload: { key: 'kz', text: 'date,kind\n2026-12-16,off' },
    }),
    expected: admins(200),
  },
};
