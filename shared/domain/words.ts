/** The closed vocabularies of the product. Tables, wire, views and documents use these words and no others. */
export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const PERSON_ROLES = ['staff', 'manager', 'distributor'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Those of them who read: distributors are not served. */
export const READER_ROLES = ['staff', 'manager'] as const;
export type ReaderRole = (typeof READER_ROLES)[number];

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

/** How a requester was helped. */
export const RATING_SCORES = ['good', 'bad'] as const;
export type RatingScore = (typeof RATING_SCORES)[number];

/** Why an article did not help. */
export const VOTE_REASONS = ['unclear', 'incomplete', 'wrong', 'other_question'] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

/** `waiting`: an agent has not looked at it yet. */
export const COMMENT_STATES = ['waiting', 'shown', 'hidden'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const VISIBILITIES = ['public', 'staff', 'agents'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const QUEUE_VIEWS = ['unassigned', 'mine', 'open', 'pending', 'solved', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** What is promised: an agent's first answer, the answer to what was written since, the solution. */
export const CLOCK_KINDS = ['first_reaction', 'next_reaction', 'resolution'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** Why a clock stands still. */
export const PAUSE_REASONS = ['pending', 'acceptance', 'solved'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** 75 % of a clock's time, all of it; then to the team and to the admins while nobody has answered. */
export const ALERT_KINDS = ['warning', 'breach', 'team', 'admins'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How mail comes in. */
export const MAIL_WAYS = ['smtp', 'imap', 'webhook'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];

/** What went wrong with a mailbox that is looked into. */
export const MAILBOX_FAULTS = [
  'unreachable',
  'tls_failed',
  'login_refused',
  'folder_missing',
  'done_folder_missing',
  'failed_folder_missing',
  'timed_out',
  'failed',
] as const;
export type MailboxFault = (typeof MAILBOX_FAULTS)[number];

/** What a test of a mailbox goes through, in this order. */
export const MAILBOX_STEPS = [
  'reach',
  'encrypt',
  'sign_in',
  'done_folder',
  'failed_folder',
  'folder',
] as const;
export type MailboxStep = (typeof MAILBOX_STEPS)[number];

export const STEP_RESULTS = ['ok', 'failed', 'not_tried'] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** Whether a mailbox is looked into now. */
export const MAILBOX_STATES = ['starting', 'connected', 'retrying'] as const;
export type MailboxState = (typeof MAILBOX_STATES)[number];

/** What became of it: on a ticket; the same one again; waiting for an agent; not to be handled as it is; not taken. */
export const MAIL_STATES = ['received', 'stored', 'duplicate', 'held', 'parked', 'refused'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Who or what wrote it; only a `normal` one is answered. */
export const MAIL_CLASSES = [
  'normal',
  'auto_reply',
  'bounce',
  'list',
  'delivery_notice',
  'feedback_report',
] as const;
export type MailClass = (typeof MAIL_CLASSES)[number];

/** Mails that go out. */
export const OUTGOING_KINDS = [
  'answer',
  'confirmation',
  'notice',
  'sign_in',
  'portal',
  'not_served',
] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/** `dropped`: nothing was left to say; `cancelled`: an agent took it back; `dead`: given up. */
export const OUTGOING_STATES = ['waiting', 'sending', 'sent', 'dropped', 'cancelled', 'dead'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** Mails that requesters may do without. */
export const PERSON_MAILS = ['confirmation', 'answer', 'followed', 'solved', 'promise', 'rating'] as const;
export type PersonMail = (typeof PERSON_MAILS)[number];

/** What agents are told of by mail, where they want it. */
export const NOTICE_KINDS = ['assigned', 'mentioned', 'deadline'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
