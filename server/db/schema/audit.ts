import type { AuditAction, AuditChanges, AuditKind } from '@beseda/shared/domain/audit';
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

/** Who changed which setting and how. Never a secret. Rows are added, never changed, and stay a year at least. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull().default(now),
    /** Null: the operator's command line, or a rule. */
    agentId: uuid(),
    agentName: text().notNull(),
    objectKind: text().$type<AuditKind>().notNull(),
    objectId: text().notNull(),
    objectName: text().notNull(),
    action: text().$type<AuditAction>().notNull(),
    changes: jsonb().$type<AuditChanges>().notNull(),
  },
  (table) => [
    index('audit_log_object').on(table.objectKind, table.objectId, table.id.desc()),
    index('audit_log_at').on(table.at),
  ],
);
