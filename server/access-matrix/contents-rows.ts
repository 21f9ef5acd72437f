import { uuidv7 } from '@beseda/shared/domain/uuid';
import { createHeading } from '../contents/save-heading';
import { contextFor } from '../context/context';
import { agents } from './expectations';
import type { World } from './open-world';
import type { RouteRow } from './route-row';

type Kind = 'category' | 'section';
const PATHS = { category: '/api/v1/kb/categories', section: '/api/v1/kb/sections' } as const;
const NO_SUCH = 999_999_999;
const titles = () => ({ ru: uuidv7(), en: uuidv7() });

/** One of its own each time. */
async function freshHeading({ services, admin }: World, kind: Kind): Promise<number> {
  return (await createHeading(contextFor(services, admin), kind, { titles: titles() })).number;
}

const creating = (kind: Kind): RouteRow => ({
  call: () => ({ url: PATHS[kind], payload: { titles: titles() } }),
  expected: agents(201),
});

const ofOne = (kind: Kind, payload: object | undefined, outcome: number): RouteRow => ({
  call: async (world) => ({
    url: `${PATHS[kind]}/${await freshHeading(world, kind)}`,
    ...(payload && { payload }),
  }),
  missing: () => ({ url: `${PATHS[kind]}/${NO_SUCH}`, ...(payload && { payload }) }),
  expected: agents(outcome),
});

export const CONTENTS_ROWS: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/kb/tree': { call: () => ({ url: '/api/v1/kb/tree' }), expected: agents(200) },
  'POST /api/v1/kb/categories': creating('category'),
  'PATCH /api/v1/kb/categories/:number': ofOne('category', { visibility: 'staff' }, 200),
  'DELETE /api/v1/kb/categories/:number': ofOne('category', undefined, 204),
  'POST /api/v1/kb/sections': creating('section'),
  'PATCH /api/v1/kb/sections/:number': ofOne('section', { routes: ['/x'] }, 200),
  'DELETE /api/v1/kb/sections/:number': ofOne('section', undefined, 204),
  'PUT /api/v1/kb/order': {
    call: async (world) => ({
      url: '/api/v1/kb/order',
      payload: { kind: 'section', parent: null, numbers: [await freshHeading(world, 'section')] },
    }),
    expected: agents(204),
  },
  'POST /api/v1/kb/articles/move': {
    call: () => ({
      url: '/api/v1/kb/articles/move',
      payload: { changes: [{ numbers: [101], checkBy: '2027-01-01' }] },
    }),
    expected: agents(200),
  },
};
