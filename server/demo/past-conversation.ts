import type { Report } from '@beseda/shared/domain/report';
import type { Channel, Locale, RatingScore } from '@beseda/shared/domain/words';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import type { DemoPerson } from './people';

/** Who answers in the demo; only Anna is signed in by the link that a start prints. */
export type DemoAgent = 'anna' | 'mikhail' | 'vera';

/** A colleague of a demo company; nobody whom the demo page can sign in, so that they start with an empty list. */
export type Colleague = Pick<DemoPerson, 'sub' | 'name' | 'email' | 'company'>;

/** `after`: minutes after the turn before. An agent's turns are those of who has taken it. */
type Turn =
  | { by: 'requester' | 'agent'; after: number; say: string }
  | { by: 'agent'; after: number; note: string }
  | { by: 'agent'; after: number; patch: Omit<TicketPatch, 'assignee'> }
  | { by: 'agent'; after: number; take: DemoAgent }
  | { by: 'requester'; after: number; rate: RatingScore; comment?: string };

export interface PastConversation {
  /** By which others are tied to it. */
  key?: string;
  from: Colleague;
  /**
   * `left`: so long ago that this many working minutes are left until the first reaction is due, whenever the demo
   * starts; it is late by as many below zero.
   */
  begins: { minutesAgo: number } | { left: number };
  channel?: Exclude<Channel, 'phone'>;
  locale?: Locale;
  page?: { url: string; title: string; route: string };
  evidence?: { shown: number[]; opened: number[]; refused: number[] };
  subject?: string;
  /** In place of the first turn's text. */
  report?: Report;
  /** What the page had sent in vain a minute before. */
  failed?: string;
  turns: readonly Turn[];
}
