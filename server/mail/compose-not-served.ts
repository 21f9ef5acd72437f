import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { loadTemplates } from './templates/load-templates';
import type { MailBody } from './templates/mail-body';
import { writeNotServedMail } from './templates/not-served-mail';

/** Who is served, to an address that is not: of its reader it says no more than we knew before they wrote. */
export async function composeNotServed(
  services: Services,
  tx: Transaction,
  mailId: string,
): Promise<{ body: MailBody; name: string; locale: Locale }> {
  const vendor = await services.settings.get('vendor.name');
  const [known] = await tx.sql<{ locale: Locale; company: string | null; supportUrl: string | null }[]>`
    select coalesce(m.data->>'locale', 'ru') as locale, o.name as company, o.distributor_support_url as "supportUrl"
    from mail_outbox m left join people p on lower(p.email) = lower(m.recipient) and p.role = 'distributor'
      left join companies o on o.id = p.company_id
    where m.id = ${mailId} order by p.seen_at desc nulls last, p.id limit 1`;
  const { locale = 'ru', company = null, supportUrl = null } = known ?? {};
  const url = `${services.environment.publicUrl}/help/${locale}`;
  return {
    body: writeNotServedMail(await loadTemplates(tx, locale), { locale, vendor, company, supportUrl, url }),
    name: '',
    locale,
  };
}
