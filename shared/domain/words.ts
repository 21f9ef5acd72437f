/** The closed vocabularies of the product. Tables, wire, views and documents use these words and no others. */
export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const PERSON_ROLES = ['staff', 'manager', 'distributor'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const AGENT_ROLES = ['agent', 'admin'] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

export const CHANNELS = ['widget', 'portal', 'email', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

export const TICKET_TYPES = ['question', 'problem', 'task'] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

export const TICKET_STATUSES = ['open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const VISIBILITIES = ['public', 'staff', 'agents'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const QUEUE_VIEWS = ['unassigned', 'mine', 'open', 'pending', 'solved', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
