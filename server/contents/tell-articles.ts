import type { AuditEntry } from '../audit/record-audit';
import type { Transaction } from '../db/connect';

interface Stored {
  number: number;
  title: string;
  section: string;
  visibility: string;
  plans: string[];
  roles: string[];
  owner: string | null;
  checkBy: string | null;
}

/** Does the work, and gives what it makes of each of these articles as the history tells it: by titles and names. */
export async function tellArticles(
  tx: Transaction,
  numbers: readonly number[],
  work: () => Promise<void>,
): Promise<AuditEntry[]> {
  const before = await loadStored(tx, numbers);
  await work();
  const after = new Map((await loadStored(tx, numbers)).map((article) => [article.number, article]));
  return before.map(({ number, title, ...rest }): AuditEntry => {
    const { number: _, title: __, ...fresh } = after.get(number) ?? { ...rest, number, title };
    return { kind: 'article', id: String(number), name: title, before: rest, after: fresh };
  });
}

async function loadStored({ sql }: Transaction, numbers: readonly number[]): Promise<Stored[]> {
  const rows = await sql<Stored[]>`
    select distinct on (p.number) p.number, coalesce(a.title, d.title) as title, coalesce(s.title, '') as section,
      coalesce(a.visibility, d.visibility) as visibility, coalesce(a.plans, d.plans) as plans,
      coalesce(a.roles, d.roles) as roles, o.name as owner, p.check_by::text as "checkBy"
    from articles a full join article_drafts d on d.number = a.number and d.locale = a.locale
      join article_places p on p.number = coalesce(a.number, d.number)
      left join agents o on o.id = p.owner_id
      left join sections s on s.number = coalesce(a.section_number, d.section_number)
        and s.locale = coalesce(a.locale, d.locale)
    where p.number = any(${[...numbers]})
    order by p.number, a.number is null, coalesce(a.locale, d.locale) desc`;
  return [...rows];
}
