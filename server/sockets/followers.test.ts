import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addFollower } from '../conversations/follow-conversation';
import { unfollowConversation } from '../conversations/unfollow-conversation';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import type { TestClient } from '../testing/connect-client';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { type SocketStage, serveSockets } from '../testing/serve-sockets';

let clone: TestDatabase;
let services: TestServices;
let stage: SocketStage;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  stage = await serveSockets(services);
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
});

const texts = (client: TestClient) => client.heard.map(({ data }) => JSON.stringify(data)).join('\n');

it('hear a conversation live, count their own answers, and hear nothing of it once they have left', async () => {
  const [asker, colleague, agent] = [
    await makeRequester(services),
    await makeRequester(services, { name: 'Пётр' }),
    await makeAgent(services),
  ];
  const [olga, petr, anna] = [await stage.join(asker), await stage.join(colleague), await stage.join(agent)];
  const conversationId = uuidv7();
  const message = (text: string) => ({ conversationId, clientId: uuidv7(), text });
  const { number } = await olga.get('message:send', { ...message('Вопрос'), start: {} });
  await addFollower(as(services, agent), { number, personId: colleague.personId });
  await petr.hear('conversation:changed', ({ id, following }) => id === conversationId && following);
  await petr.get('conversation:open', { conversationId });
  await olga.get('conversation:open', { conversationId });

  await anna.get('message:send', message('Ответ'));
  await petr.hear(
    'event:recorded',
    ({ event }) => event.kind === 'message' && event.message.text === 'Ответ',
  );
  await petr.hear('conversation:changed', ({ unread }) => unread === 1);
  await petr.get('conversation:read', { conversationId, seq: 3 });
  await petr.hear('conversation:changed', ({ lastSeq, unread }) => lastSeq === 3 && unread === 0);
  expect(olga.heard.filter(({ fact }) => fact === 'read:marked')).toEqual([]);

  await unfollowConversation(as(services, agent), { number, personId: colleague.personId });
  await petr.hear('conversation:left', (left) => left.conversationId === conversationId);
  expect(await petr.ask('presence:set', { conversationId, mode: 'replying' })).toMatchObject({
    code: 'not_found',
  });
  await anna.get('message:send', message('Не для Петра'));
  await olga.hear('conversation:changed', ({ lastMessage }) => lastMessage.text === 'Не для Петра');
  // What is theirs comes after what is not: had it come, it would be there by now.
  const own = { ...message('Своё'), conversationId: uuidv7(), start: {} };
  await petr.get('message:send', own);
  await petr.hear('conversation:changed', ({ id }) => id === own.conversationId);
  expect(texts(petr)).not.toContain('Не для Петра');
});
