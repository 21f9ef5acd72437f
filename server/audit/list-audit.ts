import type { AuditKind } from '@beseda/shared/domain/audit';
import type { AuditRow } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { decodeCursor, encodeCursor } from '../context/cursor';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { type AdminContext, changeAsAdmin } from './change-as-admin';

type Row = Omit<AuditRow, 'agent' | 'object'> & {
  agentId: string | null;
  agentName: string;
  kind: AuditKind;
  objectId: string;
  objectName: string;
};

export interface AuditQuery {
  kind?: AuditKind;
  id?: string;
  cursor?: string;
  limit: number;
}

/** What was changed, newest first: of one object, of one kind of object, or of all. */
export async function listAudit(ctx: AdminContext, input: AuditQuery): Promise<Page<AuditRow>> {
  return changeAsAdmin(ctx, (tx) => selectAudit(tx, input));
}

/** The same for whoever may see it: that is the caller's to know. */
export async function selectAudit({ sql }: Transaction, input: AuditQuery): Promise<Page<AuditRow>> {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['number'])[0];
  const rows = await sql<Row[]>`
    select id::int, at, agent_id as "agentId", agent_name as "agentName", object_kind as kind, object_id as "objectId",
      object_name as "objectName", action, changes
    from audit_log
    where ${input.kind === undefined ? sql`true` : sql`object_kind = ${input.kind}`}
      and ${input.id === undefined ? sql`true` : sql`object_id = ${input.id}`}
      and ${after === null ? sql`true` : sql`id < ${after}::bigint`}
    order by id desc limit ${input.limit + 1}`;
  const results = rows.slice(0, input.limit).map(present);
  const last = results.at(-1);
  return { results, next: rows.length > input.limit && last ? encodeCursor([last.id]) : null };
}

function present(row: Row): AuditRow {
  return {
    id: row.id,
    at: toIso(row.at),
    agent: row.agentId === null ? null : { id: row.agentId, name: row.agentName },
    object: { kind: row.kind, id: row.objectId, name: row.objectName },
    action: row.action,
    changes: row.changes,
  };
}
