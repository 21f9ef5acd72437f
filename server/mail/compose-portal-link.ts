import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { OUTSIDE } from '../inbound/placing/outside';
import { writePortalLink } from '../portal/write-portal-link';
import type { ComposedMail } from './composed-mail';
import { loadTemplates } from './templates/load-templates';
import { type PortalEntrance, writeNotStaffMail, writePortalMail } from './templates/portal-mail';

const LINK_MINUTES = 30;
const MOST_COMPANIES = 5;

interface Known {
  id: string;
  name: string;
  role: 'staff' | 'manager' | 'distributor';
  locale: Locale;
  to: string;
  company: string;
  supportUrl: string | null;
}

/**
 * Links are made when the mail goes out: their secrets lie in no queue. Null for a stranger's address and for those who
 * are served no more; a distributor is told who is served.
 */
export async function composePortalLink(
  services: Services,
  tx: Transaction,
  mailId: string,
): Promise<ComposedMail | null> {
  const people = await tx.sql<Known[]>`
    select p.id, p.name, p.role, coalesce(m.data->>'locale', p.locale) as locale,
      coalesce(m.data->>'to', '') as "to", o.name as company,
      o.distributor_support_url as "supportUrl"
    from mail_outbox m join people p on lower(p.email) = lower(m.recipient) and p.blocked_at is null
      join companies o on o.id = p.company_id and o.suspended_at is null and o.external_id <> ${OUTSIDE}
    where m.id = ${mailId}
    order by p.role = 'distributor', p.seen_at desc, p.id limit ${MOST_COMPANIES}`;
  const [first] = people;
  if (!first) return null;
  const { name, locale, to } = first;
  const templates = await loadTemplates(tx, locale);
  const staff = people.filter(({ role }) => role !== 'distributor');
  if (staff.length === 0) return { body: writeNotStaffMail(templates, first), name, locale, thread: [] };
  const lifeMs = LINK_MINUTES * 60_000;
  const entrances: PortalEntrance[] = [];
  for (const { id, company } of staff) {
    const link = await writePortalLink(services, tx, { personId: id, locale, to, lifeMs });
    entrances.push({ company, link });
  }
  return {
    body: writePortalMail(templates, { locale, name, entrances, minutes: LINK_MINUTES }),
    name,
    locale,
    thread: [],
  };
}
