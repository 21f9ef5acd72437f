import type { CompanyLinks } from '@beseda/shared/protocol/admin';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** Who gets a company's tickets first, and its own calendar; by id, null for none. Left out: stays as it is. */
export interface CompanyLinksPatch {
  calendarId?: string | null;
  teamId?: string | null;
  agentId?: string | null;
}

const TABLES = { calendarId: 'calendars', teamId: 'teams', agentId: 'agents' } as const;

/** The names and ids of what a company is tied to. */
export async function loadLinks({ sql }: Transaction, companyId: string): Promise<CompanyLinks> {
  const [row] = await sql<CompanyLinks[]>`
    select case when c.id is null then null else jsonb_build_object('id', c.id, 'name', c.name) end as calendar,
      case when t.id is null then null else jsonb_build_object('id', t.id, 'name', t.name) end as team,
      case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as agent
    from companies o left join calendars c on c.id = o.calendar_id left join teams t on t.id = o.team_id
      left join agents a on a.id = o.agent_id
    where o.id = ${companyId}`;
  return row ?? { calendar: null, team: null, agent: null };
}

/** Ties a company to what was given. Refuses with `invalid_input`, naming the field, what is not there or disabled. */
export async function storeLinks(
  tx: Transaction,
  companyId: string,
  patch: CompanyLinksPatch,
): Promise<void> {
  const { sql } = tx;
  for (const field of ['calendarId', 'teamId', 'agentId'] as const) {
    const id = patch[field];
    if (id === undefined) continue;
    if (id !== null && !(await isThere(tx, field, id))) {
      throw new Refusal('invalid_input', `${field} names nothing that there is.`, { field });
    }
    const column = { calendarId: 'calendar_id', teamId: 'team_id', agentId: 'agent_id' }[field];
    await sql`update companies set ${sql(column)} = ${id} where id = ${companyId}`;
  }
}

async function isThere({ sql }: Transaction, field: keyof typeof TABLES, id: string): Promise<boolean> {
  const able = field === 'agentId' ? sql`and not disabled` : sql``;
  const rows = await sql`select from ${sql(TABLES[field])} where id = ${id} ${able} for share`;
  return rows.length > 0;
}
