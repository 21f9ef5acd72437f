import type { Transaction } from '../db/connect';
import { SETTINGS, type SettingKey } from '../settings/settings-table';

/** What is kept for a number of days that an admin sets. */
export type RetentionKey = Extract<SettingKey, `retention.${string}`>;

/** Most that is counted: who reads more than that wants no exact number. */
export const COUNT_CAP = 10_000;

const DAY_MS = 24 * 60 * 60_000;

export const RETENTION_KEYS = Object.keys(SETTINGS).filter((key) =>
  key.startsWith('retention.'),
) as RetentionKey[];

/** What is older than this instant goes; null: nothing does. */
export function cutoffOf(days: number, now: number): string | null {
  return days === 0 ? null : new Date(now - days * DAY_MS).toISOString();
}

type RowKey = Exclude<RetentionKey, 'retention.solved_days' | 'retention.context_days'>;

interface AgedRows {
  table: string;
  old: (sql: Transaction['sql'], before: string) => ReturnType<Transaction['sql']>;
}

/** Rows that stand by themselves. Each condition has an index. */
export const AGED_ROWS: Readonly<Record<RowKey, AgedRows>> = {
  'retention.calls_days': { table: 'calls', old: (sql, before) => sql`started_at < ${before}` },
  'retention.suggestions_days': { table: 'deflections', old: (sql, before) => sql`created_at < ${before}` },
  'retention.searches_days': { table: 'article_searches', old: (sql, before) => sql`at < ${before}` },
  'retention.alerts_days': { table: 'alerts', old: (sql, before) => sql`created_at < ${before}` },
  'retention.mail_days': {
    table: 'mail_outbox',
    old: (sql, before) => sql`
      conversation_id is null and state in ('sent', 'dropped', 'dead') and created_at < ${before}`,
  },
  'retention.inbound_days': {
    table: 'inbound_mails',
    old: (sql, before) => sql`received_at < ${before} and state <> 'received'`,
  },
  'retention.audit_days': { table: 'audit_log', old: (sql, before) => sql`at < ${before}` },
};

export function isRowKey(key: RetentionKey): key is RowKey {
  return Object.hasOwn(AGED_ROWS, key);
}

/** Finished tickets to which nothing has happened since. */
export function quietTickets(sql: Transaction['sql'], before: string): ReturnType<Transaction['sql']> {
  return sql`t.status in ('solved', 'closed') and t.updated_at < ${before}`;
}
