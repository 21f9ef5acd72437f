import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeServices, type TestServices } from '../testing/make-services';
import { loadPopularity } from './load-popularity';

let clone: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into article_days (day, article_number, locale, shown, opened, helped, asked, refused)
      values ('2026-11-27', 1, 'ru', 10, 4, 1, 1, 2), ('2026-08-29', 1, 'ru', 10, 4, 0, 0, 0), ('2025-11-01', 1, 'ru', 99, 99, 99, 99, 99),
        ('2026-11-27', 1, 'en', 3, 0, 0, 0, 0)`;
    await sql`
      insert into article_votes (article_number, voter_id, locale, helpful, created_at)
      values (1, ${uuidv7()}, 'ru', true, '2026-11-27T10:00:00Z'), (1, ${uuidv7()}, 'ru', false, '2026-08-29T10:00:00Z')`;
  });
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

it('weighs what people did by its age, by language, and forgets after a year', async () => {
  const found = await services.database.inTransaction(SYSTEM, (tx) => loadPopularity(tx, '2026-11-27'));
  expect(Object.fromEntries(found)).toEqual({
    'ru 1': { shown: 15, opened: 6, helped: 2, notHelped: 1.5, refused: 2 },
    'en 1': { shown: 3, opened: 0, helped: 0, notHelped: 0, refused: 0 },
  });
});
