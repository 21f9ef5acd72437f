import type { RatingCount, RatingGroup, RatingReport } from '@beseda/shared/protocol/ratings';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { type Period, RATING_ZONE, readPeriod } from './period';

const MOST_GROUPS = 200;

interface Row {
  key: string | null;
  name: string | null;
  good: number;
  bad: number;
  declined: number;
}

/**
 * How people say they were helped: all, and by agent, team, company, week or month. An agent's and a team's are those of
 * tickets that were theirs when they were rated. Refuses with `forbidden`, `invalid_input`.
 */
export async function countRatings(
  ctx: AdminContext,
  input: Period & { by: RatingGroup },
): Promise<RatingReport> {
  const { from, to } = readPeriod(input, ctx.now());
  const rows = await changeAsAdmin(ctx, ({ sql }) => {
    const local = sql`r.rated_at at time zone ${RATING_ZONE}`;
    const groups = {
      agent: [sql`a.id::text`, sql`a.name`],
      team: [sql`t.id::text`, sql`t.name`],
      company: [sql`o.id::text`, sql`o.name`],
      week: [sql`to_char(date_trunc('week', ${local}), 'YYYY-MM-DD')`, sql`null::text`],
      month: [sql`to_char(date_trunc('month', ${local}), 'YYYY-MM-DD')`, sql`null::text`],
    } as const;
    const [key, name] = groups[input.by];
    const isTime = input.by === 'week' || input.by === 'month';
    return sql<Row[]>`
      select ${key} as key, ${name} as name, count(*) filter (where r.score = 'good')::int as good,
        count(*) filter (where r.score = 'bad')::int as bad, count(*) filter (where r.score is null)::int as declined
      from ratings r join companies o on o.id = r.company_id left join agents a on a.id = r.agent_id
        left join teams t on t.id = r.team_id
      where r.rated_at >= ${from}::timestamp at time zone ${RATING_ZONE}
        and r.rated_at < (${to}::date + 1)::timestamp at time zone ${RATING_ZONE}
      group by 1, 2
      order by ${isTime ? sql`1 desc` : sql`count(r.score) desc, 2 nulls last`} limit ${MOST_GROUPS}`;
  });
  const results = rows.map(({ key, name, ...count }) => ({ key, name, ...withShare(count) }));
  const sum = (of: 'good' | 'bad' | 'declined') => rows.reduce((total, row) => total + row[of], 0);
  return {
    from,
    to,
    total: withShare({ good: sum('good'), bad: sum('bad'), declined: sum('declined') }),
    results,
  };
}

function withShare({ good, bad, declined }: Omit<RatingCount, 'share'>): RatingCount {
  return { good, bad, declined, share: good + bad === 0 ? null : good / (good + bad) };
}
