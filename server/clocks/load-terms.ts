import type { Transaction } from '../db/connect';
import type { CompanyTerms } from './service-levels';

/** What decides about a company's service level; of a company that is not seen, nothing. */
export async function loadTerms({ sql }: Transaction, companyId: string): Promise<CompanyTerms> {
  const [row] = await sql<CompanyTerms[]>`
    select plan, calendar_id as "calendarId", calendar_exceptions as "calendarExceptions"
    from companies where id = ${companyId}`;
  return row ?? { plan: null, calendarId: null, calendarExceptions: {} };
}
