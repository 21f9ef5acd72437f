import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { asReader, visitorOf } from '../searches/reader';
import { dayOf } from './need-days';
import { pageOfRoute } from './page-of-route';

/** Of one company on one day: more pages and articles than it has, and too little to fill the table with. */
const MOST_ROWS = 2_000;

interface Need {
  route: string;
  article: number;
  /** The article answered what they were about to ask. */
  helped?: boolean;
}

/** Counts that somebody opened an article on a page, once a day each. Reading does not fail for it. */
export async function noteNeed(
  services: Services,
  person: RequesterActor,
  { route, article, helped = false }: Need,
): Promise<void> {
  const page = pageOfRoute(route);
  if (page === null) return;
  const day = dayOf(services.now());
  const reader = [visitorOf(services.secrets.visitors, day, asReader(person))];
  const whom = helped ? reader : [];
  const { companyId } = person;
  await services.database
    .inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        insert into page_needs as n (company_id, day, route, article_number, readers, helped)
        select ${companyId}, ${day}::date, ${page}, ${article}::int, ${reader}::text[], ${whom}::text[]
        where (select count(*) from page_needs where company_id = ${companyId} and day = ${day}::date) < ${MOST_ROWS}
        on conflict (company_id, day, route, article_number) do update set
          readers = case when n.readers @> excluded.readers then n.readers else n.readers || excluded.readers end,
          helped = case when n.helped @> excluded.helped then n.helped else n.helped || excluded.helped end`,
    )
    .catch((error: unknown) =>
      services.log.warn(describeError(error), 'what was needed on a page not counted'),
    );
}
