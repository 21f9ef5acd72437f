import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import { type Period, RATING_ZONE } from '../ratings/period';

type Sql = Transaction['sql'];

/** Which searches are meant. With a plan or a company, only those of its staff, and as long as each one is kept. */
export interface ReportInput extends Period {
  locale?: Locale;
  plan?: string;
  company?: string;
}

/** Of rows of a table with `locale`, `company_id` and the given instant. */
export function meantRows(
  sql: Sql,
  { from, to }: { from: string; to: string },
  { locale, plan, company }: ReportInput,
  at: ReturnType<Sql>,
): ReturnType<Sql> {
  return sql`
    ${at} >= ${from}::timestamp at time zone ${RATING_ZONE}
    and ${at} < (${to}::date + 1)::timestamp at time zone ${RATING_ZONE}
    and ${locale === undefined ? sql`true` : sql`locale = ${locale}`}
    and ${company === undefined ? sql`true` : sql`company_id = ${company}::uuid`}
    and ${plan === undefined ? sql`true` : sql`company_id in (select id from companies where plan = ${plan})`}`;
}

export function isNarrow({ plan, company }: ReportInput): boolean {
  return plan !== undefined || company !== undefined;
}
