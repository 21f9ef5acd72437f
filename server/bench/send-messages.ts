import { uuidv7 } from '@beseda/shared/domain/uuid';
import { TestClient } from '../testing/connect-client';
import { measureRate, type Rate } from './statistics';

export interface SendInput {
  url: string;
  /** One requester each, with a conversation of their own. */
  sessions: string[];
  /** The secret in the cookie of an agent who has all of these conversations open. */
  desk: string;
  seconds: number;
}

/**
 * Requesters who each write their next message when the last one is acknowledged. Counts what was acknowledged and shown
 * to the agent on the other side; the times are those from sending to the ack.
 */
export async function sendMessages({ url, sessions, desk, seconds }: SendInput): Promise<Rate> {
  const agent = await new TestClient(url, { desk }).connect();
  const delivered = new Map<string, number>();
  agent.socket.on('event:recorded', ({ event }) => {
    if (event.kind === 'message') delivered.set(event.message.clientId, performance.now());
  });
  const writers = await Promise.all(
    sessions.map(async (session) => {
      const client = await new TestClient(url, { session }).connect();
      const conversationId = uuidv7();
      await client.get('message:send', { conversationId, clientId: uuidv7(), text: textOf(0), start: {} });
      await client.get('conversation:open', { conversationId });
      await agent.get('conversation:open', { conversationId });
      return { client, conversationId };
    }),
  );
  let count = 0;
  const acks = await measureRate(writers.length, seconds, async (index) => {
    const writer = writers[index];
    if (!writer) return;
    const { client, conversationId } = writer;
    await client.get('message:send', { conversationId, clientId: uuidv7(), text: textOf(++count) });
  });
  const times = [...delivered.values()].sort((a, b) => a - b);
  const until = times.at(-1) ?? 0;
  const window = times.filter((time) => time > until - seconds * 1_000);
  return { ...acks, perSecond: Math.min(window.length / seconds, acks.perSecond) };
}

/** About as long as people's messages are. */
export function textOf(index: number): string {
  return `Сообщение ${index}: участник не видит начисление за прошлый период, хотя оплата заказа прошла вчера вечером.`;
}
