import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { MessageInput } from '@beseda/shared/protocol/socket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { openConversation } from './open-conversation';
import { sendMessage } from './send-message';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const NOTE = { kind: 'note', channel: 'widget' } as const;

let clone: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const first = (text = 'Как вывести деньги?'): MessageInput => ({
  conversationId: uuidv7(),
  clientId: uuidv7(),
  text,
  start: {},
});
const next = (conversationId: string, text = 'Ещё вопрос'): MessageInput => ({
  conversationId,
  clientId: uuidv7(),
  text,
});

async function storedSeqs(conversationId: string): Promise<number[]> {
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql<{ seq: number }[]>`select seq from events where conversation_id = ${conversationId} order by seq`,
  );
  return rows.map((row) => row.seq);
}

describe('the first message', () => {
  it('opens a conversation with a numbered ticket and takes seq 1', async () => {
    const olga = as(services, await makeRequester(services));
    const sent = await sendMessage(olga, first(), MESSAGE);
    expect(sent.number).toBeGreaterThanOrEqual(1001);
    expect(sent.event).toMatchObject({
      seq: 1,
      prevPublicSeq: 0,
      kind: 'message',
      author: { kind: 'requester' },
    });
  });

  it('is refused without a start, as if the conversation belonged to someone else', async () => {
    const olga = as(services, await makeRequester(services));
    await expect(sendMessage(olga, next(uuidv7()), MESSAGE)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('does not open a conversation whose id belongs to another company', async () => {
    const olga = as(services, await makeRequester(services));
    const stranger = as(services, await makeRequester(services, { company: 'other' }));
    const input = first();
    await sendMessage(olga, input, MESSAGE);
    const attempt = { ...first(), conversationId: input.conversationId };
    await expect(sendMessage(stranger, attempt, MESSAGE)).rejects.toMatchObject({ code: 'not_found' });
    expect(await storedSeqs(input.conversationId)).toEqual([1]);
  });
});

describe('exactly once', () => {
  it('answers a repeated client id with the stored message and stores nothing', async () => {
    const olga = as(services, await makeRequester(services));
    const input = first();
    const sent = await sendMessage(olga, input, MESSAGE);
    const again = await sendMessage(olga, { ...input, text: 'другой текст' }, MESSAGE);
    expect(again).toMatchObject({ repeated: true, number: sent.number, event: { seq: 1 } });
    expect(again.event.message?.text).toBe(input.text);
    expect(await storedSeqs(input.conversationId)).toEqual([1]);
  });

  it('keeps seq without holes when many send at once and each repeats', async () => {
    const olga = as(services, await makeRequester(services));
    const anna = as(services, await makeAgent(services));
    const start = first();
    await sendMessage(olga, start, MESSAGE);
    const inputs = Array.from({ length: 30 }, (_, i) => next(start.conversationId, `№ ${i}`));
    await Promise.all(
      inputs.flatMap((input, i) => {
        const ctx = i % 2 ? olga : anna;
        return [sendMessage(ctx, input, MESSAGE), sendMessage(ctx, input, MESSAGE)];
      }),
    );
    expect(await storedSeqs(start.conversationId)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
  });

  it('lets two tabs start the same conversation at once', async () => {
    const olga = as(services, await makeRequester(services));
    const input = first();
    const other = { ...first(), conversationId: input.conversationId };
    const sent = await Promise.all([sendMessage(olga, input, MESSAGE), sendMessage(olga, other, MESSAGE)]);
    expect(new Set(sent.map(({ number }) => number)).size).toBe(1);
    expect(await storedSeqs(input.conversationId)).toEqual([1, 2]);
  });

  it('refuses a client id that belongs to a message elsewhere', async () => {
    const olga = as(services, await makeRequester(services));
    const one = first();
    const two = first();
    await sendMessage(olga, one, MESSAGE);
    await sendMessage(olga, two, MESSAGE);
    const attempt = { ...next(two.conversationId), clientId: one.clientId };
    await expect(sendMessage(olga, attempt, MESSAGE)).rejects.toMatchObject({ code: 'client_id_taken' });
    expect(await storedSeqs(two.conversationId)).toEqual([1]);
  });
});

describe('notes', () => {
  it('reach agents and leave no hole for the requester', async () => {
    const olga = as(services, await makeRequester(services));
    const anna = as(services, await makeAgent(services));
    const input = first();
    await sendMessage(olga, input, MESSAGE);
    await sendMessage(anna, next(input.conversationId, 'только для своих'), NOTE);
    await sendMessage(anna, next(input.conversationId, 'Ответ'), MESSAGE);
    const seen = await openConversation(olga, { conversationId: input.conversationId });
    if (seen.kind !== 'snapshot') throw new Error('no snapshot');
    expect(seen.thread.events.map(({ seq, prev }) => [seq, prev])).toEqual([
      [1, 0],
      [3, 1],
    ]);
    expect(JSON.stringify(seen)).not.toContain('только для своих');
  });

  it('are refused to a requester', async () => {
    const olga = as(services, await makeRequester(services));
    await expect(sendMessage(olga, first(), NOTE)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what a message does to its ticket', () => {
  it('opens a solved ticket again when the requester writes, and says so in the thread', async () => {
    const olga = as(services, await makeRequester(services));
    const input = first();
    await sendMessage(olga, input, MESSAGE);
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update tickets set status = 'solved' where conversation_id = ${input.conversationId}`,
    );
    await sendMessage(olga, next(input.conversationId), MESSAGE);
    const seen = await openConversation(olga, { conversationId: input.conversationId });
    expect(seen).toMatchObject({ thread: { conversation: { status: 'open' } } });
    expect(await storedSeqs(input.conversationId)).toEqual([1, 2, 3]);
  });

  it('is refused on a closed ticket, but a repetition is still answered', async () => {
    const olga = as(services, await makeRequester(services));
    const input = first();
    await sendMessage(olga, input, MESSAGE);
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update tickets set status = 'closed' where conversation_id = ${input.conversationId}`,
    );
    await expect(sendMessage(olga, next(input.conversationId), MESSAGE)).rejects.toMatchObject({
      code: 'conversation_closed',
    });
    expect(await sendMessage(olga, input, MESSAGE)).toMatchObject({ repeated: true });
  });

  it('queues one mail for several unseen answers', async () => {
    const olga = as(services, await makeRequester(services));
    const anna = as(services, await makeAgent(services));
    const input = first();
    await sendMessage(olga, input, MESSAGE);
    await sendMessage(anna, next(input.conversationId), MESSAGE);
    await sendMessage(anna, next(input.conversationId), MESSAGE);
    const rows = await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select 1 from mail_outbox where conversation_id = ${input.conversationId}`,
    );
    expect(rows).toHaveLength(1);
  });
});

it('publishes what was recorded only after it was committed, and nothing when it was not', async () => {
  const olga = as(services, await makeRequester(services));
  const input = { ...first(), attachments: [uuidv7()] };
  const before = services.published.length;
  await expect(sendMessage(olga, input, MESSAGE)).rejects.toMatchObject({ code: 'unknown_attachment' });
  expect(services.published.length).toBe(before);
  expect(await storedSeqs(input.conversationId)).toEqual([]);
});
