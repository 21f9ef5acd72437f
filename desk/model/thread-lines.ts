import type { AgentConversation, AgentEvent } from '@beseda/shared/domain/event';

/** What stands between two days of a thread. */
export type ThreadLine =
  | { kind: 'day'; key: string; at: string }
  | {
      kind: 'event';
      key: string;
      event: AgentEvent /** Follows a message of the same author within minutes. */;
      joined: boolean;
    };

const JOIN_MS = 5 * 60_000;

/** A thread's events with a separator before the first of each day, in the viewer's zone. */
export function threadLines(events: readonly AgentEvent[]): ThreadLine[] {
  const lines: ThreadLine[] = [];
  let day = '';
  let before: AgentEvent | undefined;
  for (const [at, event] of events.entries()) {
    // The file itself shows that it may be opened now.
    if (event.kind === 'file' && !event.file.state) continue;
    // Who would not say says nothing; of what is said in one go the last counts.
    if (event.kind === 'rating' && (event.rating.score === null || events[at + 1]?.kind === 'rating'))
      continue;
    const date = new Date(event.at).toDateString();
    if (date !== day) lines.push({ kind: 'day', key: `day ${date}`, at: event.at });
    lines.push({
      kind: 'event',
      key: `event ${event.seq}`,
      event,
      joined: date === day && isJoined(before, event),
    });
    day = date;
    before = event;
  }
  return lines;
}

function isJoined(before: AgentEvent | undefined, event: AgentEvent): boolean {
  if (!before || before.kind !== event.kind || !('message' in event)) return false;
  const sameAuthor = before.author.kind === event.author.kind && before.author.id === event.author.id;
  return sameAuthor && Date.parse(event.at) - Date.parse(before.at) < JOIN_MS;
}

/** The last public message by an agent that the requester has seen; null when none. */
export function lastSeenSeq(events: readonly AgentEvent[], conversation: AgentConversation): number | null {
  const seen = events.findLast(
    (event) =>
      event.kind === 'message' && event.author.kind === 'agent' && event.seq <= conversation.requesterReadSeq,
  );
  return seen?.seq ?? null;
}
