import type { ShownPromise, StateChange, TicketLink } from '@beseda/shared/domain/event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { authorOf } from './author-of';
import type { LockedConversation } from './lock-conversation';
import { recordChange } from './record-change';
import type { StoredEvent, StoredLink } from './stored-event';

interface LinkDraft {
  author: StoredEvent['author'];
  at: string;
  undone?: boolean;
  promise?: ShownPromise | null;
  state?: StateChange;
}

/** Ties this ticket to another, or unties it, and says so in it. The other one is the caller's affair. */
export async function recordLink(
  tx: Transaction,
  locked: LockedConversation,
  link: StoredLink,
  { author, at, undone = false, promise, state }: LinkDraft,
): Promise<StoredEvent> {
  const others = locked.links.filter((known) => !isSame(known, link));
  const links = undone ? others : [...others, link];
  locked.links = links;
  const event = await recordChange(tx, locked, {
    kind: 'link',
    author,
    at,
    from: null,
    to: null,
    link,
    undone,
    state: { ...state, links },
    ...(promise === undefined ? {} : { promise }),
  });
  await tx.sql`update conversations set links = ${toJson(links)}::text::jsonb where id = ${locked.id}`;
  await tx.sql`update tickets set updated_at = ${at} where conversation_id = ${locked.id}`;
  return event;
}

/** Both sides of a tie that the rules make: `from` leads on to `to`. */
export async function recordLinks(
  tx: Transaction,
  from: LockedConversation,
  to: LockedConversation,
  kind: TicketLink['kind'],
  at: string,
): Promise<StoredEvent[]> {
  const said = { author: authorOf(SYSTEM), at };
  return [
    await recordLink(tx, to, linkTo(from, kind, 'back'), said),
    await recordLink(tx, from, linkTo(to, kind, 'on'), said),
  ];
}

export function linkTo(
  { id, number }: LockedConversation,
  kind: TicketLink['kind'],
  way: TicketLink['way'],
): TicketLink {
  return { kind, way, conversationId: id, number };
}

function isSame(a: TicketLink, b: TicketLink): boolean {
  return a.kind === b.kind && a.way === b.way && a.conversationId === b.conversationId;
}
