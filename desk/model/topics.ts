import type { Http } from '@beseda/shared/client/http';
import type { AgentConversation, AgentEvent, Message, TicketLink } from '@beseda/shared/domain/event';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Ticket } from '@beseda/shared/protocol/http';
import type { Notices } from './notices';

type Linked = Pick<AgentConversation, 'links'>;
/** Shows a ticket. */
type Show = (number: number) => void;

/** One topic, one ticket. What was done is said in a notice, with the way back; null: it was done. */
export interface Topics {
  split(input: { number: number; seq: number; subject: string }, show: Show): Promise<ErrorCode | null>;
  unsplit(made: number, origin: number, show: Show): Promise<void>;
  merge(input: { number: number; into: number }, show: Show): Promise<ErrorCode | null>;
  unmerge(input: { number: number; into: number }, show: Show): Promise<void>;
}

/** The ticket that this one is locked for. */
export function mergedInto({ links }: Linked): TicketLink | undefined {
  return links.find(({ kind, way }) => kind === 'merged' && way === 'on');
}

/** The ticket that this one was made out of. */
export function splitFrom({ links }: Linked): TicketLink | undefined {
  return links.find(({ kind, way }) => kind === 'split' && way === 'back');
}

/** Messages that can be taken out, oldest first: those of the company. */
export function splittable(events: readonly AgentEvent[]): Message[] {
  return events.flatMap((event) =>
    event.kind === 'message' && event.author.kind === 'requester' ? [event.message] : [],
  );
}

const SUGGESTED_LENGTH = 80;

/** A subject to begin with: the first line, cut at a word. */
export function suggestSubject(text: string): string {
  const line = (text.trim().split('\n', 1)[0] ?? '').trim();
  if (line.length <= SUGGESTED_LENGTH) return line;
  const cut = line.slice(0, SUGGESTED_LENGTH);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), SUGGESTED_LENGTH / 2));
}

export function createTopics({ http, notices }: { http: Http; notices: Notices }): Topics {
  const fail = (number: number, code: ErrorCode) => void notices.show({ kind: 'failed', number, code });

  const topics: Topics = {
    async split({ number, seq, subject }, show) {
      const ack = await http<Ticket>('POST', `/tickets/${number}/split`, {
        seq,
        ...(subject.trim() ? { subject: subject.trim() } : {}),
      });
      if (!ack.ok) return ack.code;
      const made = ack.data.number;
      const undo = () => void topics.unsplit(made, number, show);
      notices.show({ kind: 'split', number, other: made, undo });
      show(made);
      return null;
    },
    async unsplit(made, origin, show) {
      const ack = await http('DELETE', `/tickets/${made}/split`);
      if (!ack.ok) return fail(made, ack.code);
      notices.show({ kind: 'unsplit', number: made, other: origin });
      show(origin);
    },
    async merge({ number, into }, show) {
      const ack = await http('PUT', `/tickets/${number}/merge`, { into });
      if (!ack.ok) return ack.code;
      const undo = () => void topics.unmerge({ number, into }, show);
      notices.show({ kind: 'merged', number, other: into, undo });
      show(into);
      return null;
    },
    async unmerge({ number, into }, show) {
      const ack = await http('DELETE', `/tickets/${number}/merge`);
      if (!ack.ok) return fail(number, ack.code);
      const undo = async () => {
        const code = await topics.merge({ number, into }, show);
        if (code) fail(number, code);
      };
      notices.show({ kind: 'unmerged', number, other: into, undo: () => void undo() });
      show(number);
    },
  };
  return topics;
}
