import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { writeSignInLink } from './create-sign-in-link';
import { loadAgent } from './list-agents';
import { queueSignInMail } from './mail-sign-in-link';

/**
 * A link that signs this agent in once, within a day; `mail` sends them one of their own besides. History says that it was
 * given. Refuses with `not_found`, and with `forbidden` for a program and for who is disabled.
 */
export async function giveSignInLink(
  ctx: AdminContext & Pick<Services, 'environment'>,
  id: string,
  { mail = false }: { mail?: boolean },
): Promise<{ link: string }> {
  return changeAsAdmin(ctx, async (tx) => {
    const { name, email, program, disabled } = await loadAgent(tx, id);
    if (program || disabled) throw new Refusal('forbidden', 'This agent does not sign in.');
    const link = await writeSignInLink(ctx, tx, id);
    if (mail) await queueSignInMail(ctx, tx, email);
    await recordAudit(ctx, tx, { kind: 'agent', id, name, before: {}, after: { signInLink: true } });
    return { link };
  });
}
