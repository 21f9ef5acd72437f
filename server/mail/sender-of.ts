import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { oneLine } from './one-line';
import type { MailAddress } from './outgoing-mail';
import { returnAddress } from './return-path';

/** How this install signs its mail, as its settings say. */
export interface MailIdentity {
  names: Readonly<Record<Locale, string>>;
  byTeam: boolean;
  domain: string;
  returnPath: 'token' | 'support' | 'none';
}

export interface Sender {
  from: MailAddress;
  returnPath: string;
}

export async function readIdentity({ settings, environment }: Services): Promise<MailIdentity> {
  const ru = await settings.get('mail.from_name');
  return {
    names: { ru, en: (await settings.get('mail.from_name_en')) || ru },
    byTeam: (await settings.get('mail.from_team')) === 'on',
    domain: environment.mailDomain,
    returnPath: await settings.get('mail.return_path'),
  };
}

/** Who a mail comes from, in its reader's language, and where it goes back to when it cannot be delivered. */
export async function senderOf(
  tx: Transaction,
  { names, byTeam, domain, returnPath }: MailIdentity,
  mail: { messageId: string; companyId: string | null; locale: Locale },
): Promise<Sender> {
  const address = `support@${domain}`;
  const team = byTeam ? await findTeam(tx, mail.companyId) : undefined;
  const name = names[mail.locale];
  const back = { token: returnAddress(mail.messageId, domain), support: address, none: '' };
  return { from: { name: oneLine(team ? `${team}, ${name}` : name), address }, returnPath: back[returnPath] };
}

/** The one that the company's tickets go to first. */
async function findTeam({ sql }: Transaction, companyId: string | null): Promise<string | undefined> {
  if (!companyId) return undefined;
  const [team] = await sql<{ name: string }[]>`
    select t.name from companies o join teams t on t.id = o.team_id where o.id = ${companyId}`;
  return team?.name;
}
