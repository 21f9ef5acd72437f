import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ConversationStart } from '@beseda/shared/protocol/socket';
import { contextFor, nowIso, type Services } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { upsertRequester } from '../people/upsert-requester';
import { rateTicket } from '../tickets/rate-ticket';
import { updateTicket } from '../tickets/update-ticket';
import { moreConversations } from './more-conversations';
import type { Colleague, DemoAgent, PastConversation } from './past-conversation';
import { pastConversations } from './past-conversations';
import { startOf } from './start-of';

export type DemoAgents = Readonly<Record<DemoAgent, AgentActor>>;

/** What became of a past conversation. */
export interface Replayed {
  number: number;
  conversationId: string;
  requester: RequesterActor;
}

const MINUTE_MS = 60_000;

/** Fills an empty desk with conversations of the last days, oldest first, through the same verbs that people use. Those with a key come back. */
export async function replayConversations(
  services: Services,
  agents: DemoAgents,
): Promise<Map<string, Replayed>> {
  const levels = await services.serviceLevels.get();
  const dated = [...pastConversations, ...moreConversations]
    .map((past) => ({ past, at: startOf(past, levels, services.now()) }))
    .sort((a, b) => a.at - b.at);
  const replayed = new Map<string, Replayed>();
  for (const { past, at } of dated) {
    const made = await replay(services, agents, past, at);
    if (past.key) replayed.set(past.key, made);
  }
  return replayed;
}

async function replay(
  services: Services,
  agents: DemoAgents,
  past: PastConversation,
  begun: number,
): Promise<Replayed> {
  let at = begun;
  const then: Services = { ...services, now: () => at };
  const requester = await makeRequester(then, past.from);
  const asking = contextFor(then, requester);
  let answering = contextFor(then, agents.anna);
  const conversationId = uuidv7(at);
  const channel = past.channel ?? 'widget';
  let number = 0;
  for (const [turn, step] of past.turns.entries()) {
    at += step.after * MINUTE_MS;
    if ('take' in step) {
      answering = contextFor(then, agents[step.take]);
      await updateTicket(answering, number, { assignee: agents[step.take].agentId });
    } else if ('patch' in step) await updateTicket(answering, number, step.patch);
    else if ('rate' in step) await rateTicket(asking, { number, score: step.rate, comment: step.comment });
    else {
      const start = turn === 0 ? describeStart(past, at) : undefined;
      const text = 'note' in step ? step.note : step.say;
      const input = { conversationId, clientId: uuidv7(at), text, ...(start ? { start } : {}) };
      const kind = 'note' in step ? 'note' : 'message';
      const ctx = step.by === 'agent' ? answering : asking;
      ({ number } = await sendMessage(ctx, input, {
        kind,
        channel: step.by === 'agent' ? 'widget' : channel,
      }));
    }
  }
  return { number, conversationId, requester };
}

function describeStart(past: PastConversation, at: number): ConversationStart {
  const { page, evidence, report, failed, subject, locale } = past;
  const failure = failed && { at: new Date(at - MINUTE_MS).toISOString(), text: failed };
  return {
    ...(page && {
      page: { ...page, ...(failure && { browser: 'Chrome 148, Windows', requests: [failure] }) },
    }),
    ...(evidence && { evidence }),
    ...(subject && { subject }),
    ...(locale && { locale }),
    ...(report && { type: report.type, report }),
  };
}

export async function makeRequester(services: Services, from: Colleague): Promise<RequesterActor> {
  const { id, name, plan, region } = from.company;
  const claims = {
    sub: from.sub,
    name: from.name,
    email: from.email,
    role: 'staff',
    company: { id, name, plan, region },
  } as const;
  const known = await services.database.inTransaction(SYSTEM, (tx) =>
    upsertRequester(tx, claims, nowIso(services)),
  );
  return { kind: 'requester', ...known, appId: null, sessionId: '', name: from.name };
}
