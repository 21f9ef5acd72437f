import type { CompanyRow } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { likeOf } from '../context/like-of';

/** Companies by name. `q` finds them by name or by the vendor's id; `team`, `agent`: those given to them. */
export async function listCompanies(
  ctx: AdminContext,
  input: {
    q?: string;
    plan?: string;
    team?: string;
    agent?: string;
    suspended?: boolean;
    cursor?: string;
    limit: number;
  },
): Promise<Page<CompanyRow>> {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['id'])[0];
  const like = likeOf(input.q);
  const rows = await changeAsAdmin(
    ctx,
    ({ sql }) => sql<CompanyRow[]>`
      select id, external_id as "externalId", name, plan, region, suspended_at is not null as suspended
      from companies
      where ${like === null ? sql`true` : sql`(name ilike ${like} or external_id ilike ${like})`}
        and ${input.plan === undefined ? sql`true` : sql`plan = ${input.plan}`}
        and ${input.team === undefined ? sql`true` : sql`team_id = ${input.team}`}
        and ${input.agent === undefined ? sql`true` : sql`agent_id = ${input.agent}`}
        and ${input.suspended === undefined ? sql`true` : sql`(suspended_at is not null) = ${input.suspended}`}
        and ${
          after === null
            ? sql`true`
            : sql`(name collate "und-x-icu", id) >
                (select name collate "und-x-icu", id from companies where id = ${after})`
        }
      order by name collate "und-x-icu", id limit ${input.limit + 1}`,
  );
  const results = rows.slice(0, input.limit);
  const last = results.at(-1);
  return { results, next: rows.length > input.limit && last ? encodeCursor([last.id]) : null };
}
