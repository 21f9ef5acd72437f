import { sql } from 'drizzle-orm';
import { timestamp } from 'drizzle-orm/pg-core';

/** An instant, read and written as an ISO 8601 string with offset. */
export const moment = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });
export const now = sql`now()`;
