import { inject } from 'vitest';
import { cloneDatabase, type TestDatabase } from './clone-database';

/** For vitest files: a database of one's own on the server of this run. Call `drop` in `afterAll`. */
export function cloneTestDatabase(): Promise<TestDatabase> {
  return cloneDatabase(inject('testServer'));
}
