import type { AgentConversation } from '@beseda/shared/domain/event';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import type { ComposerMode } from '../model/drafts';
import type { Place } from '../model/route';
import type { Command } from '../model/shortcuts';
import type { UpdatedTicket } from '../model/update-ticket';

/** Properties that the palette offers values for. */
export type Choice = Extract<Command, { do: 'choose' }>['what'];

/** What can be asked for from anywhere: by key, palette, row or button. */
export interface Actions {
  go(place: Partial<Place>): void;
  /** Moves the cursor in the list by so many rows. */
  moveCursor(by: number): void;
  write(mode: ComposerMode): void;
  /** Opens the palette, for everything or for the values of one property. */
  choose(what: Choice | 'command'): void;
  search(): void;
  help(): void;
  /** The form for a call. */
  call(): void;
  callBacks(): void;
  /** Asks first. For admins. */
  deleteTicket(number: number): void;
  alerts(): void;
  /** Takes a message of the open ticket out into one of its own; without `seq` the last. Asks first. */
  split(seq?: number): void;
  unsplit(): void;
  /** Merges the open ticket with another. Asks first. */
  merge(): void;
  unmerge(): void;
  /** Makes a draft of an article from the open ticket. Asks first. */
  makeArticle(): void;
  /** The ticket that is open, in full. */
  openTicket(): AgentConversation | null;
  undo(): void;
  /** The ticket that a change would go to: the row with the focus, else the open ticket. */
  target(): UpdatedTicket | null;
  change(ticket: UpdatedTicket, patch: TicketPatch): void;
  /** Closes the ticket and goes back to its row. */
  close(): void;
  /** Backs out by one step: field, ticket. */
  leave(): void;
}
