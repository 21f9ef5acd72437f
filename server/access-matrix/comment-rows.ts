import { uuidv7 } from '@beseda/shared/domain/uuid';
import { SYSTEM } from '../db/actor';
import { agents, anybody, requesters } from './expectations';
import type { World } from './open-world';
import type { RouteRow } from './route-row';

const NO_SUCH = uuidv7();
const ARTICLE = 101;

/** What readers say of articles, and what agents do about it. */
export const COMMENT_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/articles/:number/comments': {
    call: () => ({ url: `/api/v1/articles/${ARTICLE}/comments` }),
    missing: () => ({ url: '/api/v1/articles/4242/comments' }),
    expected: anybody(200),
  },
  'POST /api/v1/articles/:number/comments': {
    call: () => ({ url: `/api/v1/articles/${ARTICLE}/comments`, payload: write() }),
    missing: () => ({ url: '/api/v1/articles/4242/comments', payload: write() }),
    expected: requesters(201),
  },
  /** A form of a page, sent as no form: told so on the page. */
  'POST /help/:locale/article/:id/comments': {
    call: () => ({ url: `/help/ru/article/${ARTICLE}/comments`, payload: {} }),
    expected: anybody(400),
  },
  'GET /api/v1/kb/comments': { call: () => ({ url: '/api/v1/kb/comments' }), expected: agents(200) },
  'PATCH /api/v1/kb/comments/:id': {
    call: async (world) => ({ url: await commentOf(world), payload: { state: 'shown' } }),
    missing: () => ({ url: `/api/v1/kb/comments/${NO_SUCH}`, payload: { state: 'shown' } }),
    expected: agents(200),
  },
  'POST /api/v1/kb/comments/:id/answers': {
    call: async (world) => ({ url: `${await commentOf(world)}/answers`, payload: { text: 'Исправили.' } }),
    missing: () => ({ url: `/api/v1/kb/comments/${NO_SUCH}/answers`, payload: { text: 'Исправили.' } }),
    expected: agents(201),
  },
  'GET /api/v1/kb/vote-notes': { call: () => ({ url: '/api/v1/kb/vote-notes' }), expected: agents(200) },
};

function write() {
  return { id: uuidv7(), locale: 'ru', text: 'Не хватает снимка экрана.' };
}

async function commentOf({ services }: World): Promise<string> {
  const id = uuidv7();
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into article_comments (id, article_number, locale, text, state)
      values (${id}, ${ARTICLE}, 'ru', 'Не открывается', 'waiting')`,
  );
  return `/api/v1/kb/comments/${id}`;
}
