import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ConversationStart } from '@beseda/shared/protocol/socket';
import { type Context, contextFor, nowIso, type Services } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { upsertRequester } from '../people/upsert-requester';
import { updateTicket } from '../tickets/update-ticket';
import { type PastConversation, pastConversations } from './past-conversations';

const MINUTE_MS = 60_000;

/** Fills an empty desk with conversations of the last days, through the same verbs that people use. */
export async function replayConversations(services: Services, agent: AgentActor): Promise<void> {
  for (const past of pastConversations) await replay(services, agent, past);
}

async function replay(services: Services, agent: AgentActor, past: PastConversation): Promise<void> {
  let at = services.now() - past.minutesAgo * MINUTE_MS;
  const then: Services = { ...services, now: () => at };
  const requester = contextFor(then, await makeRequester(then, past));
  const answering = contextFor(then, agent);
  const conversationId = uuidv7(at);
  let number = 0;
  for (const [turn, step] of past.turns.entries()) {
    at += step.after * MINUTE_MS;
    if ('take' in step) await updateTicket(answering, number, { assignee: agent.agentId });
    else if ('patch' in step) await updateTicket(answering, number, step.patch);
    else {
      const ctx: Context = step.by === 'agent' ? answering : requester;
      const start = turn === 0 ? describeStart(past, at) : undefined;
      const text = 'note' in step ? step.note : step.say;
      const input = { conversationId, clientId: uuidv7(at), text, ...(start ? { start } : {}) };
      const kind = 'note' in step ? 'note' : 'message';
      ({ number } = await sendMessage(ctx, input, { kind, channel: 'widget' }));
    }
  }
  await markSeen(services, conversationId);
}

function describeStart({ page, evidence, report, failed }: PastConversation, at: number): ConversationStart {
  const failure = failed && { at: new Date(at - MINUTE_MS).toISOString(), text: failed };
  return {
    page: { ...page, ...(failure && { browser: 'Chrome 148, Windows', requests: [failure] }) },
    evidence,
    ...(report && { type: report.type, report }),
  };
}

async function makeRequester(services: Services, { from }: PastConversation): Promise<RequesterActor> {
  const claims = {
    sub: from.sub,
    name: from.name,
    email: from.email,
    role: 'staff',
    company: {
      id: from.company.id,
      name: from.company.name,
      plan: from.company.plan,
      region: from.company.region,
    },
  } as const;
  const known = await services.database.inTransaction(SYSTEM, (tx) =>
    upsertRequester(tx, claims, nowIso(services)),
  );
  return { kind: 'requester', ...known, appId: null, sessionId: '', name: from.name };
}

/** Nobody shall be mailed about a made-up past. */
async function markSeen({ database }: Services, conversationId: string): Promise<void> {
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      update conversations set requester_read_seq = last_public_seq, requester_unread = 0 where id = ${conversationId}`;
    await sql`delete from mail_outbox where conversation_id = ${conversationId}`;
  });
}
