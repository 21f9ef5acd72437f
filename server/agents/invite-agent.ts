import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AgentInvitation } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { readAddress } from './add-agent';
import { readAgentFields } from './agent-fields';
import { writeSignInLink } from './create-sign-in-link';
import { loadAgent, type StoredAgent } from './list-agents';
import { queueSignInMail } from './mail-sign-in-link';
import { storeTeams } from './store-teams';
import { auditedOf, refuseTakenExtension } from './update-agent';

/**
 * Makes an agent and a link that signs them in once, within a day; `mail` sends them one of their own besides. Refuses
 * with `already_exists` (email, extension), `invalid_input`.
 */
export async function inviteAgent(
  ctx: AdminContext & Pick<Services, 'environment'>,
  input: AgentInvitation,
): Promise<{ agent: StoredAgent; link: string }> {
  const { email, name } = readAddress(input);
  const {
    role = 'agent',
    languages = ['ru', 'en'],
    capacity = 20,
    extension = null,
  } = readAgentFields(input);
  const id = uuidv7(ctx.now());
  return changeAsAdmin(ctx, async (tx) => {
    await refuseTakenExtension(tx, id, extension);
    const made = await tx.sql`
      insert into agents (id, email, name, role, languages, capacity, extension, created_at)
      values (${id}, ${email}, ${name}, ${role}, ${[...languages]}, ${capacity}, ${extension}, ${nowIso(ctx)})
      on conflict ((lower(email))) do nothing`;
    if (made.count === 0) {
      throw new Refusal('already_exists', 'There is an agent with this address.', { field: 'email' });
    }
    await storeTeams(tx, id, input.teams ?? []);
    const agent = await loadAgent(tx, id);
    await recordAudit(ctx, tx, { kind: 'agent', id, name, after: auditedOf(agent) });
    if (input.mail) await queueSignInMail(ctx, tx, email);
    return { agent, link: await writeSignInLink(ctx, tx, id) };
  });
}
