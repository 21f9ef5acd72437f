import type { AgentEvent, AgentThread, RequesterEvent, RequesterThread } from '@beseda/shared/domain/event';
import type { OpenInput } from '@beseda/shared/protocol/socket';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { createLinkSigner } from '../files/sign-link';
import { loadEvents } from './load-events';
import { lastSeqFor, loadThread, toAgentConversation, toRequesterConversation } from './load-thread';
import { presentForAgent, presentForRequester } from './present-event';
import type { StoredEvent } from './stored-event';

const SNAPSHOT_EVENTS = 100;
/** Someone who missed more than this gets a fresh snapshot. */
const RESUME_EVENTS = 500;

export type OpenedConversation =
  | { kind: 'snapshot'; thread: RequesterThread | AgentThread }
  | {
      kind: 'events';
      events: (RequesterEvent | AgentEvent)[];
      requesterReadSeq: number;
      agentReadSeq: number;
    }
  | { kind: 'earlier'; events: (RequesterEvent | AgentEvent)[]; hasEarlier: boolean };

/**
 * What a viewer needs to show a conversation, or to go on after a break: the events after `after`, those before
 * `before`, or a snapshot. Refuses with not_found.
 */
export async function openConversation(ctx: Context, input: OpenInput): Promise<OpenedConversation> {
  return ctx.inTransaction(async (tx) => {
    const row = await loadThread(tx, { id: input.conversationId });
    if (!row) throw notFound();
    const upTo = lastSeqFor(ctx.actor, row);
    const range = { conversationId: row.id, after: 0, upTo };
    if (input.before !== undefined) {
      const before = Math.min(input.before - 1, upTo);
      const stored = await loadEvents(tx, { ...range, upTo: before, limit: SNAPSHOT_EVENTS, take: 'last' });
      return { kind: 'earlier', events: present(ctx, stored), hasEarlier: startsLate(stored) };
    }
    if (
      input.after !== undefined &&
      input.after > 0 &&
      input.after <= upTo &&
      upTo - input.after <= RESUME_EVENTS
    ) {
      const stored = await loadEvents(tx, {
        ...range,
        after: input.after,
        limit: RESUME_EVENTS,
        take: 'first',
      });
      const { requesterReadSeq, agentReadSeq } = row;
      return { kind: 'events', events: present(ctx, stored), requesterReadSeq, agentReadSeq };
    }
    const stored = await loadEvents(tx, { ...range, limit: SNAPSHOT_EVENTS, take: 'last' });
    const conversation = ctx.actor.kind === 'agent' ? toAgentConversation(row) : toRequesterConversation(row);
    const thread = { conversation, events: present(ctx, stored), hasEarlier: startsLate(stored) };
    return { kind: 'snapshot', thread: thread as RequesterThread | AgentThread };
  });
}

function startsLate(stored: readonly StoredEvent[]): boolean {
  return (stored[0]?.seq ?? 1) > 1;
}

function present(ctx: Context, stored: readonly StoredEvent[]): (RequesterEvent | AgentEvent)[] {
  const sign = createLinkSigner(ctx.secrets.fileLinks, ctx.now);
  const presenter = ctx.actor.kind === 'agent' ? presentForAgent : presentForRequester;
  return stored.flatMap((event) => presenter(event, sign) ?? []);
}
