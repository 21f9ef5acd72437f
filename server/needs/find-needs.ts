import type { Services } from '../context/context';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { asReader, visitorOf } from '../searches/reader';
import { dayOf, NEED_DAYS } from './need-days';
import { pageOfRoute } from './page-of-route';

/** What one stranger read could tell who it was. */
const LEAST_STRANGERS = 2;
const MOST_FOUND = 50;
/** Being helped says as much as being read by so many. */
const HELP_WEIGHT = 2;

/**
 * Numbers of the articles that others needed on this page: first what colleagues did, then what several people at companies of
 * the same plan did. Whether the person may read them is for the shelf to say.
 */
export async function findNeeds(
  { database, secrets, now }: Services,
  person: RequesterActor,
  route: string,
): Promise<number[]> {
  const page = pageOfRoute(route);
  if (page === null) return [];
  const days = Array.from({ length: NEED_DAYS }, (_, before) => dayOf(now(), before));
  const selves = days.map((day) => visitorOf(secrets.visitors, day, asReader(person)));
  const { companyId, plan = null } = person;
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ number: number }[]>`
      with others as (
        select n.company_id = ${companyId} as colleagues, n.company_id, n.article_number, n.day,
          cardinality(array_remove(n.readers, me.self)) as readers,
          cardinality(array_remove(n.helped, me.self)) as helped
        from page_needs n
          join unnest(${days}::date[], ${selves}::text[]) as me (day, self) on me.day = n.day
          join companies o on o.id = n.company_id
        where n.route = ${page} and (n.company_id = ${companyId} or ${plan}::text is not null and ${plan}::text =
          coalesce((select key from plans where key = o.plan), (select key from plans where is_default)))),
      -- A person is another reader every day: those of one day are surely different people.
      needed as (
        select colleagues, company_id, article_number, max(readers) as people, max(day) as last,
          sum(readers + ${HELP_WEIGHT}::int * helped) as weight
        from others group by 1, 2, 3)
      select article_number as number from needed
      group by colleagues, article_number
      having sum(people) >= case when colleagues then 1 else ${LEAST_STRANGERS}::int end
      order by colleagues desc, sum(weight) desc, max(last) desc, article_number
      limit ${MOST_FOUND}`,
  );
  return [...new Set(rows.map(({ number }) => number))];
}
