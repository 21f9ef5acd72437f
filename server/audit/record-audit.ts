import type { AuditAction, AuditChanges, AuditKind } from '@beseda/shared/domain/audit';
import { nowIso } from '../context/context';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import type { AdminContext } from './change-as-admin';

type Fields = object;

/** One object that was changed. `before` is left out when it was made, `after` when it was removed. Never a secret. */
export interface AuditEntry {
  kind: AuditKind;
  id: string;
  name: string;
  before?: Fields;
  after?: Fields;
}

/** Writes who changed what, in the transaction of the change. What stayed as it was leaves no row. */
export async function recordAudit(
  ctx: AdminContext,
  { sql }: Transaction,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  const agent =
    ctx.actor.kind === 'agent' ? { id: ctx.actor.agentId, name: ctx.actor.name } : { id: null, name: '' };
  const rows = entries.flatMap((entry) => {
    const action = actionOf(entry);
    const changes = compareFields(entry.before ?? {}, entry.after ?? {});
    if (action === 'changed' && Object.keys(changes).length === 0) return [];
    return [{ kind: entry.kind, object: entry.id, name: entry.name, action, changes }];
  });
  if (rows.length === 0) return;
  await sql`
    insert into audit_log (at, agent_id, agent_name, object_kind, object_id, object_name, action, changes)
    select ${nowIso(ctx)}, ${agent.id}, ${agent.name}, r.kind, r.object, r.name, r.action, r.changes
    from jsonb_to_recordset(${toJson(rows)}::jsonb)
      as r (kind text, object text, name text, action text, changes jsonb)`;
}

function actionOf({ before, after }: AuditEntry): AuditAction {
  if (!before) return 'created';
  return after ? 'changed' : 'deleted';
}

function compareFields(before: Fields, after: Fields): AuditChanges {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const changes: AuditChanges = {};
  for (const field of new Set([...old.keys(), ...fresh.keys()])) {
    const [from, to] = [old.get(field) ?? null, fresh.get(field) ?? null];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to };
  }
  return changes;
}
