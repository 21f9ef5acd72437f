import { agents } from './expectations';
import type { RouteRow } from './route-row';

const reading = (url: string): RouteRow => ({ call: () => ({ url }), expected: agents(200) });

/** What people of all companies looked for. */
export const REPORT_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/kb/reports/queries': reading('/api/v1/kb/reports/queries?about=refused'),
  'GET /api/v1/kb/reports/queries.csv': reading('/api/v1/kb/reports/queries.csv'),
  'GET /api/v1/kb/reports/articles': reading('/api/v1/kb/reports/articles'),
  'GET /api/v1/kb/reports/articles.csv': reading('/api/v1/kb/reports/articles.csv'),
  'GET /api/v1/kb/reports/votes': reading('/api/v1/kb/reports/votes'),
  'GET /api/v1/kb/reports/votes.csv': reading('/api/v1/kb/reports/votes.csv'),
  'GET /api/v1/kb/reports/companies': reading('/api/v1/kb/reports/companies'),
  'GET /api/v1/kb/explain': reading('/api/v1/kb/explain?q=tax&locale=en&as=inside'),
};
