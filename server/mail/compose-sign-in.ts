import type { Locale } from '@beseda/shared/domain/words';
import { writeSignInLink } from '../agents/create-sign-in-link';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import type { ComposedMail } from './composed-mail';
import { loadTemplates } from './templates/load-templates';
import { writeSignInMail } from './templates/sign-in-mail';

const LINK_MINUTES = 30;

/** The link is made when the mail goes out: its secret lies in no queue. Null when this agent may not sign in any more. */
export async function composeSignIn(
  services: Services,
  tx: Transaction,
  recipient: string,
): Promise<ComposedMail | null> {
  const [agent] = await tx.sql<{ id: string; name: string; locale: Locale }[]>`
    select id, name, locale from agents where lower(email) = lower(${recipient}) and not disabled`;
  if (!agent) return null;
  const link = await writeSignInLink(services, tx, agent.id, LINK_MINUTES * 60_000);
  const { name, locale } = agent;
  const templates = await loadTemplates(tx, locale);
  return {
    body: writeSignInMail(templates, { locale, name, link, minutes: LINK_MINUTES }),
    name,
    locale,
    thread: [],
  };
}
