import type { PageData, PageFrame } from '@beseda/shared/domain/page-data';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { signRatingToken } from '../tickets/rating-link';
import { readTicket } from '../tickets/read-tickets';
import { updateTicket } from '../tickets/update-ticket';

const DAY_MS = 86_400_000;
let cloned: TestDatabase;
let server: ArticleServer;
let olga: Context;
let anna: Context;
let number: number;
let conversationId: string;
let url: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  olga = as(server.services, await makeRequester(server.services));
  anna = as(server.services, await makeAgent(server.services));
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});
beforeEach(async () => {
  conversationId = uuidv7();
  const message = { conversationId, clientId: uuidv7(), text: 'Вывод денег', start: {} };
  ({ number } = await sendMessage(olga, message, { kind: 'message', channel: 'widget' }));
  await updateTicket(anna, number, { status: 'solved' });
  url = `/help/ru/rate/${signRatingToken('test', conversationId, new Date(server.services.clock.now).toISOString())}`;
});

type RatePage = Extract<PageData, { page: 'rate' }>;
async function pageOf(path: string) {
  const { body, statusCode, headers } = await server.app.inject({ url: path });
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(body)?.[1] ?? '{}';
  const { data, frame } = JSON.parse(json) as { frame: PageFrame; data: RatePage };
  return { data, frame, statusCode, caching: headers['cache-control'] };
}
async function post(fields: Record<string, string>): Promise<unknown> {
  const { statusCode, headers } = await server.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  return [statusCode, headers.location];
}
const ratingOf = async () => (await readTicket(olga, { number })).rating;

describe('the page that a mail leads to', () => {
  it('records nothing when it is opened, also not by what the link has chosen', async () => {
    const { data, statusCode, caching } = await pageOf(`${url}?score=bad`);
    expect([statusCode, caching]).toEqual([200, 'no-store']);
    expect(data).toMatchObject({ state: 'asked', score: 'bad', ticket: { number, subject: 'Вывод денег' } });
    expect(await ratingOf()).toBeNull();
  });

  it('takes the form, says so, and lets it be changed', async () => {
    expect(await post({ score: 'bad', comment: 'Долго\r\nждали' })).toEqual([303, `${url}?saved=1`]);
    expect(await ratingOf()).toMatchObject({ score: 'bad', comment: 'Долго\nждали' });
    expect((await pageOf(`${url}?saved=1`)).data).toMatchObject({ state: 'saved', score: 'bad' });
    await post({ score: 'good', comment: '' });
    expect(await ratingOf()).toMatchObject({ score: 'good', comment: '' });
  });

  it('cuts a comment that is too long, and asks again when nothing was chosen', async () => {
    await post({ score: 'good', comment: 'я'.repeat(2_500) });
    expect((await ratingOf())?.comment).toHaveLength(2_000);
    expect(await post({ comment: 'Без оценки' })).toEqual([303, url]);
  });

  it('says that the ticket is open again, and opens or rates nothing', async () => {
    await updateTicket(anna, number, { status: 'open' });
    expect((await pageOf(url)).data.state).toBe('reopened');
    expect(await post({ score: 'good' })).toEqual([303, url]);
    expect(await readTicket(olga, { number })).toMatchObject({ status: 'open', rating: null });
  });
});

describe('a link that is good no more', () => {
  const expectGone = async (path: string) => {
    const { data, statusCode } = await pageOf(path);
    expect([statusCode, data]).toEqual([404, expect.objectContaining({ state: 'gone', ticket: null })]);
  };

  it('is one that was changed, or made for another purpose', async () => {
    await expectGone(url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    await expectGone(url.replace(conversationId, uuidv7()));
    await expectGone('/help/ru/rate/x');
  });

  it('is one that is too old', async () => {
    server.services.clock.now += 31 * DAY_MS;
    await expectGone(url);
    expect(await post({ score: 'good' })).toEqual([303, url]);
    expect(await ratingOf()).toBeNull();
  });

  it('is that of a person who is served no more', async () => {
    await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update people set blocked_at = now()`,
    );
    await expectGone(url);
  });
});
