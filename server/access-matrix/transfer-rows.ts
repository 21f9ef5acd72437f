import { admins } from './expectations';
import type { RouteRow } from './route-row';

const article = { id: 9_700_001, title: 'Import', body: '<p>Text</p>', locale: 'en-us', draft: false };

/** One saved answer of another help centre, tried and not kept. */
function importForm(): { payload: string; type: string } {
  const payload = [
    '--edge',
    'content-disposition: form-data; name="file"; filename="articles.json"',
    'content-type: application/json',
    '',
    JSON.stringify({ articles: [article] }),
    '--edge--',
    '',
  ].join('\r\n');
  return { payload, type: 'multipart/form-data; boundary=edge' };
}

export const TRANSFER_ROWS: Record<string, RouteRow> = {
  'POST /api/v1/kb/import': {
    call: () => {
      const { payload, type } = importForm();
      const url = '/api/v1/kb/import?from=zendesk&dryRun=true';
      return { url, payload, headers: { 'content-type': type } };
    },
    expected: admins(200),
  },
  'GET /api/v1/kb/export': { call: () => ({ url: '/api/v1/kb/export' }), expected: admins(200) },
};
