import type { PersonRow } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso, type Services } from '../context/context';
import { notFound } from '../context/refusal';
import { endSessions } from '../sessions/end-sessions';
import { type PersonFields, readPersonFields } from './person-fields';
import { loadPerson } from './read-person';

export type PersonPatch = Partial<PersonFields> & { blocked?: boolean };
type Stored = PersonFields & { blocked: boolean };

/**
 * Changes a person. Blocking them ends their sessions in the same transaction; their sockets are closed at once.
 * Refuses with `not_found`, `invalid_input`.
 */
export async function updatePerson(
  ctx: AdminContext & Pick<Services, 'bus'>,
  id: string,
  patch: PersonPatch,
): Promise<PersonRow> {
  const fields = readPersonFields(patch);
  const { row, ended } = await changeAsAdmin(ctx, async (tx) => {
    const { sql } = tx;
    const [before] = await sql<Stored[]>`
      select name, email, role, locale, blocked_at is not null as blocked from people where id = ${id} for update`;
    if (!before) throw notFound();
    const after: Stored = { ...before, ...fields, blocked: patch.blocked ?? before.blocked };
    const at = nowIso(ctx);
    await sql`
      update people set name = ${after.name}, email = ${after.email}, role = ${after.role}, locale = ${after.locale},
        blocked_at = ${after.blocked ? sql`coalesce(blocked_at, ${at})` : null}
      where id = ${id}`;
    const isOver = (after.blocked && !before.blocked) || after.role !== before.role;
    const ended = isOver ? await endSessions(tx, { personId: id }, at) : [];
    await recordAudit(ctx, tx, { kind: 'person', id, name: after.name, before, after });
    return { row: await loadPerson(tx, id), ended };
  });
  for (const session of ended) ctx.bus.sessionEnded(session);
  return row;
}
