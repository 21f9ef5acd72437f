export const AUDIT_KINDS = [
  'company',
  'person',
  'agent',
  'team',
  'app',
  'setting',
  'plan',
  'policy',
  'calendar',
  'day_set',
  'phone_number',
  'ticket',
  'category',
  'section',
  'article',
] as const;
/** What was changed, made or removed. */
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_ACTIONS = ['created', 'changed', 'deleted'] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** By field: what stood there, and what stands there now; null where there was or is nothing. */
export type AuditChanges = Record<string, { from: unknown; to: unknown }>;
