import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { type AgentFields, readAgentFields } from './agent-fields';
import { keepAnAdmin } from './keep-an-admin';
import { loadAgent, type StoredAgent } from './list-agents';
import { storeTeams } from './store-teams';

/** `teams`: ids, all of them. */
export type AgentPatch = Partial<AgentFields> & { teams?: readonly string[] };

/** Changes an agent. Refuses with `not_found`, `last_admin`, `already_exists` (extension), `invalid_input`. */
export async function updateAgent(ctx: AdminContext, id: string, patch: AgentPatch): Promise<StoredAgent> {
  const fields = readAgentFields(patch);
  return changeAsAdmin(ctx, async (tx) => {
    const before = await loadAgent(tx, id);
    if (fields.role === 'agent' && before.role === 'admin' && !before.disabled) await keepAnAdmin(tx, id);
    await tx.sql`select from agents where id = ${id} for update`;
    const next = { ...before, ...fields };
    await refuseTakenExtension(tx, id, next.extension);
    await tx.sql`
      update agents set name = ${next.name}, role = ${next.role}, languages = ${[...next.languages]},
        capacity = ${next.capacity}, extension = ${next.extension}
      where id = ${id}`;
    if (patch.teams) await storeTeams(tx, id, patch.teams);
    const after = await loadAgent(tx, id);
    await recordAudit(ctx, tx, {
      kind: 'agent',
      id,
      name: after.name,
      before: auditedOf(before),
      after: auditedOf(after),
    });
    return after;
  });
}

export async function refuseTakenExtension(
  { sql }: Transaction,
  id: string,
  extension: string | null,
): Promise<void> {
  const taken = await sql`select from agents where extension = ${extension} and id <> ${id}`;
  if (taken.length > 0) {
    throw new Refusal('already_exists', 'This extension is another agent’s.', { field: 'extension' });
  }
}

/** What history keeps of an agent. */
export function auditedOf({
  name,
  email,
  role,
  languages,
  capacity,
  extension,
  teams,
  disabled,
}: StoredAgent) {
  return {
    name,
    email,
    role,
    languages,
    capacity,
    extension,
    teams: teams.map((team) => team.name),
    disabled,
  };
}
