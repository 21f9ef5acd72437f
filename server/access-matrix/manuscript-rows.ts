import { contextFor } from '../context/context';
import { createArticle } from '../manuscripts/create-article';
import { publishDraft } from '../manuscripts/publish-draft';
import { agents } from './expectations';
import type { World } from './open-world';
import type { Call, RouteRow } from './route-row';

const base = '/api/v1/kb/articles';
const NOWHERE = 999_999;

/** An article of its own each time: a draft, or published. */
async function freshArticle(
  { services, anna }: World,
  { published }: { published: boolean },
): Promise<number> {
  const ctx = contextFor(services, anna);
  const text = { title: 'Статья на один раз', body: 'Текст.', sectionNumber: 1 };
  const { number } = await createArticle(ctx, { locale: 'ru', ...text });
  if (published) await publishDraft(ctx, { number, locale: 'ru' });
  return number;
}

const of = (number: number, step: string, payload: object | undefined): Call => ({
  url: `${base}/${number}/ru${step}`,
  ...(payload ? { payload } : {}),
});
const row = (published: boolean, step: string, payload: object | undefined, outcome: number): RouteRow => ({
  call: async (world) => of(await freshArticle(world, { published }), step, payload),
  missing: () => of(NOWHERE, step, payload),
  expected: agents(outcome),
});

export const MANUSCRIPT_ROWS: Readonly<Record<string, RouteRow>> = {
  [`GET ${base}`]: { call: () => ({ url: base }), expected: agents(200) },
  [`POST ${base}`]: {
    call: () => ({ url: base, payload: { locale: 'ru', title: 'Черновик' } }),
    expected: agents(201),
  },
  [`POST ${base}/from-ticket`]: {
    call: ({ ours }) => ({ url: `${base}/from-ticket`, payload: { ticket: ours.number } }),
    missing: () => ({ url: `${base}/from-ticket`, payload: { ticket: NOWHERE } }),
    expected: agents(201),
  },
  [`GET ${base}/:number/changes`]: {
    call: async (world) => ({ url: `${base}/${await freshArticle(world, { published: true })}/changes` }),
    missing: () => ({ url: `${base}/${NOWHERE}/changes` }),
    expected: agents(200),
  },
  [`GET ${base}/:number/:locale`]: row(true, '', undefined, 200),
  [`PUT ${base}/:number/:locale/draft`]: row(true, '/draft', { revision: 0, title: 'Новое имя' }, 200),
  [`DELETE ${base}/:number/:locale/draft`]: row(false, '/draft', undefined, 204),
  [`PUT ${base}/:number/:locale/editing`]: row(true, '/editing', {}, 200),
  [`DELETE ${base}/:number/:locale/editing`]: row(true, '/editing', undefined, 204),
  [`POST ${base}/:number/:locale/review`]: row(false, '/review', {}, 204),
  [`DELETE ${base}/:number/:locale/review`]: row(false, '/review', undefined, 204),
  [`POST ${base}/:number/:locale/publish`]: row(false, '/publish', {}, 200),
  [`DELETE ${base}/:number/:locale/publish`]: row(false, '/publish', undefined, 204),
  [`POST ${base}/:number/:locale/unpublish`]: row(true, '/unpublish', {}, 204),
  [`GET ${base}/:number/:locale/versions`]: row(true, '/versions', undefined, 200),
  [`GET ${base}/:number/:locale/versions/:version`]: row(true, '/versions/1', undefined, 200),
  [`POST ${base}/:number/:locale/versions/:version/restore`]: row(
    true,
    '/versions/1/restore',
    { revision: 0 },
    200,
  ),
};
