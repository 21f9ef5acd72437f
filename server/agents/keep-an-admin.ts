import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

/**
 * Refuses with `last_admin` when nobody but this agent, programs aside, could change the settings. Takes the rows of all
 * admins, so that two of them cannot take the right from each other at once.
 */
export async function keepAnAdmin({ sql }: Transaction, id: string): Promise<void> {
  const admins = await sql<{ id: string; program: boolean }[]>`
    select id, exists (select from api_tokens k where k.agent_id = a.id) as program
    from agents a where role = 'admin' and not disabled order by id for update`;
  const people = admins.filter(({ program }) => !program);
  if (people.length === 1 && people[0]?.id === id) {
    throw new Refusal('last_admin', 'There must be an admin: make somebody else one first.');
  }
}
