import type { PersonRow } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { likeOf } from '../context/like-of';
import { presentPerson, type StoredPerson, selectPeople } from './read-person';

/** People by name, of one company or of all. `q` finds them by name, address or the vendor's id. */
export async function listPeople(
  ctx: AdminContext,
  input: { company?: string; q?: string; blocked?: boolean; cursor?: string; limit: number },
): Promise<Page<PersonRow>> {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['id'])[0];
  const like = likeOf(input.q);
  const rows = await changeAsAdmin(
    ctx,
    ({ sql }) => sql<StoredPerson[]>`
      ${selectPeople(sql)}
      where ${input.company === undefined ? sql`true` : sql`p.company_id = ${input.company}`}
        and ${like === null ? sql`true` : sql`(p.name ilike ${like} or p.email ilike ${like} or p.sub ilike ${like})`}
        and ${input.blocked === undefined ? sql`true` : sql`(p.blocked_at is not null) = ${input.blocked}`}
        and ${
          after === null
            ? sql`true`
            : sql`(p.name collate "und-x-icu", p.id) >
                (select name collate "und-x-icu", id from people where id = ${after})`
        }
      order by p.name collate "und-x-icu", p.id limit ${input.limit + 1}`,
  );
  const results = rows.slice(0, input.limit).map(presentPerson);
  const last = results.at(-1);
  return { results, next: rows.length > input.limit && last ? encodeCursor([last.id]) : null };
}
