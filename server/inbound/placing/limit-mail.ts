import type { Services } from '../../context/context';
import type { Transaction } from '../../db/connect';
import type { KnownPerson } from './find-sender';

const HOUR_MS = 3_600_000;

/** Whether this person, or their company, has written more mails within the hour than people write. */
export async function isTooMuch(
  { settings, now }: Services,
  { sql }: Transaction,
  { personId, companyId }: Pick<KnownPerson, 'personId' | 'companyId'>,
): Promise<boolean> {
  const perAddress = await settings.get('mail.hourly_per_address');
  const perCompany = await settings.get('mail.hourly_per_company');
  const since = new Date(now() - HOUR_MS).toISOString();
  const [count] = await sql<{ own: number; all: number }[]>`
    select count(*) filter (where m.author_id = ${personId})::int as own, count(*)::int as all
    from conversations c join messages m on m.conversation_id = c.id
    where c.company_id = ${companyId} and c.updated_at > ${since} and m.created_at > ${since}
      and m.channel = 'email'`;
  return count !== undefined && (count.own >= perAddress || count.all >= perCompany);
}
