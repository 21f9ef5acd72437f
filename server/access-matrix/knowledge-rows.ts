import { Readable } from 'node:stream';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { storeArticleFile } from '../article-files/store-article-file';
import { contextFor } from '../context/context';
import { createSnippet } from '../snippets/save-snippet';
import { agents, anybody } from './expectations';
import { fileForm, type World } from './open-world';
import { type RouteRow, withId } from './route-row';

const NO_SUCH = '01900000-0000-7000-8000-000000000000';
const text = { locale: 'ru', title: 'Где кнопка', body: 'Справа вверху.' } as const;

/** A file of its own each time, which stands in no article. */
async function freshFile({ services }: World): Promise<string> {
  const source = Readable.from([Buffer.from(uuidv7())]);
  const { id } = await storeArticleFile(services, { name: 'a.txt', source, uploadedBy: null });
  return id;
}
const ofSnippet = (payload: object | undefined, outcome: number): RouteRow => ({
  call: async ({ services, anna }) => {
    const { id } = await createSnippet(contextFor(services, anna), text);
    return withId('/api/v1/kb/snippets', id, payload);
  },
  missing: () => withId('/api/v1/kb/snippets', NO_SUCH, payload),
  expected: agents(outcome),
});

export const KNOWLEDGE_ROWS: Readonly<Record<string, RouteRow>> = {
  'POST /api/v1/kb/files': {
    call: () => {
      const { payload, type } = fileForm();
      return { url: '/api/v1/kb/files', payload, headers: { 'content-type': type } };
    },
    expected: agents(201),
  },
  'GET /api/v1/kb/files': { call: () => ({ url: '/api/v1/kb/files' }), expected: agents(200) },
  'DELETE /api/v1/kb/files/:id': {
    call: async (world) => withId('/api/v1/kb/files', await freshFile(world)),
    missing: () => withId('/api/v1/kb/files', NO_SUCH),
    expected: agents(204),
  },
  'POST /api/v1/kb/pictures': {
    call: () => ({ url: '/api/v1/kb/pictures', payload: { addresses: ['http://127.0.0.1/a.png'] } }),
    expected: agents(200),
  },
  'GET /help/files/:id/:name': {
    call: async (world) => ({ url: `/help/files/${await freshFile(world)}/a.txt` }),
    missing: () => ({ url: `/help/files/${NO_SUCH}/a.txt` }),
    expected: { ...anybody('not_found'), agent: 200, admin: 200, apiToken: 200 },
  },
  'GET /desk/preview/:as': {
    call: () => ({ url: '/desk/preview/page?locale=ru' }),
    expected: agents(200),
  },
  'POST /api/v1/kb/preview': {
    call: () => ({ url: '/api/v1/kb/preview', payload: { locale: 'ru', body: '**да**' } }),
    expected: agents(200),
  },
  'GET /api/v1/kb/snippets': { call: () => ({ url: '/api/v1/kb/snippets' }), expected: agents(200) },
  'POST /api/v1/kb/snippets': {
    call: () => ({ url: '/api/v1/kb/snippets', payload: text }),
    expected: agents(201),
  },
  'GET /api/v1/kb/snippets/:id': ofSnippet(undefined, 200),
  'PATCH /api/v1/kb/snippets/:id': ofSnippet({ body: 'Слева.' }, 200),
  'DELETE /api/v1/kb/snippets/:id': ofSnippet(undefined, 204),
};
