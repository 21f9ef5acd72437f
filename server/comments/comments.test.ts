import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageData } from '@beseda/shared/domain/page-data';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { voteArticle } from '../articles/vote-article';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { sweepOrphans } from '../files/sweep-orphans';
import { PORTAL_COOKIE } from '../routes/portal-routes';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { addComment } from './add-comment';
import { answerComment } from './answer-comment';
import { decideComment } from './decide-comment';
import { listComments } from './list-comments';
import { listDeskComments } from './list-desk-comments';
import { listVoteNotes } from './list-vote-notes';

const ARTICLE = '/help/ru/article/1-vyvod-deneg';
const DAY_MS = 86_400_000;
let clone: TestDatabase;
let server: ArticleServer;
let folder: string;
let anna: RequesterActor;
let boris: RequesterActor;
let agent: AgentActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'beseda-comments-'));
  const files = createFileStore({ dataDir: folder, s3: null });
  server = await serveArticles(clone.appUrl, { files });
  await server.publish({
    'ru/1.md': '---\nnumber: 1\ntitle: Вывод денег\nsection: Кошельки\n---\nТекст.',
    'ru/2.md': '---\nnumber: 2\ntitle: Для агентов\nsection: Кошельки\nvisibility: agents\n---\nТайна.',
  });
  anna = await makeRequester(server.services, { company: 'vita', name: 'Анна Ковалёва' });
  boris = await makeRequester(server.services, { company: 'other', name: 'Борис' });
  agent = await makeAgent(server.services);
});
afterAll(async () => {
  await server.close();
  await clone.drop();
  await rm(folder, { recursive: true });
});

const say = (who: RequesterActor, text: string, more: { id?: string; article?: number } = {}) =>
  addComment(as(server.services, who), {
    id: uuidv7(),
    article: 1,
    locale: 'ru',
    text,
    files: [],
    ...more,
  });
const waiting = async () =>
  (await listDeskComments(as(server.services, agent), { state: 'waiting', limit: 50 })).results;

async function set(key: string, value: string): Promise<void> {
  await changeSetting(as(server.services, SYSTEM), { key, value });
  server.services.clock.now += 2_000;
}

function form(parts: { text?: string; file?: { name: string; bytes: string } }) {
  const body = [
    ...(parts.text === undefined
      ? []
      : [`--b\r\ncontent-disposition: form-data; name="text"\r\n\r\n${parts.text}\r\n`]),
    ...(parts.file
      ? [
          `--b\r\ncontent-disposition: form-data; name="files"; filename="${parts.file.name}"\r\n`,
          `content-type: application/octet-stream\r\n\r\n${parts.file.bytes}\r\n`,
        ]
      : []),
    '--b--\r\n',
  ].join('');
  return { headers: { 'content-type': 'multipart/form-data; boundary=b' }, payload: body };
}

async function signIn(): Promise<string> {
  const { secret } = await makeSession(server.services, { ...anna, channel: 'portal' });
  return `${PORTAL_COOKIE}=${secret}`;
}

async function post(parts: Parameters<typeof form>[0], cookie?: string) {
  const { headers, payload } = form(parts);
  const answer = await server.app.inject({
    method: 'POST',
    url: '/help/ru/article/1/comments',
    headers: { ...headers, cookie: cookie ?? (await signIn()) },
    payload,
  });
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(answer.body)?.[1] ?? '{}';
  return { ...answer, page: (JSON.parse(json) as { data?: PageData }).data };
}

it('a comment waits for an agent, seen by its author alone, then stands under the article with the answer', async () => {
  expect(await say(anna, 'Не хватает снимка')).toBe('waiting');
  expect(await listComments(server.services, anna, 1)).toMatchObject([{ waiting: true, author: 'Анна К.' }]);
  for (const viewer of [null, boris]) expect(await listComments(server.services, viewer, 1)).toEqual([]);
  const [row] = await waiting();
  expect(row).toMatchObject({
    text: 'Не хватает снимка',
    author: { name: 'Анна Ковалёва' },
    article: { title: 'Вывод денег' },
  });
  await answerComment(as(server.services, agent), { id: row?.id ?? '', text: 'Добавили.' });
  expect(await listComments(server.services, null, 1)).toMatchObject([
    { waiting: false, text: 'Не хватает снимка', answers: [{ text: 'Добавили.' }] },
  ]);
  expect(await waiting()).toEqual([]);
  await decideComment(as(server.services, agent), { id: row?.id ?? '', state: 'hidden' });
  for (const viewer of [null, anna]) expect(await listComments(server.services, viewer, 1)).toEqual([]);
});

it('the same comment twice is one, and an article that its author may not read takes none', async () => {
  const id = uuidv7();
  for (const _ of [1, 2]) await say(anna, 'Дважды', { id });
  expect((await waiting()).filter(({ text }) => text === 'Дважды')).toHaveLength(1);
  await expect(say(anna, 'Сюда', { article: 2 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(say(anna, ' \u0000 ')).rejects.toMatchObject({ code: 'invalid_input', field: 'text' });
});

it('one person cannot flood an article', async () => {
  for (let count = 0; count < 20; count++) await say(boris, `Раз ${count}`);
  await expect(say(boris, 'Ещё')).rejects.toMatchObject({ code: 'too_many_requests' });
  server.services.clock.now += DAY_MS + 1_000;
  expect(await say(boris, 'Назавтра')).toBe('waiting');
});

it('the form takes a comment with files, without scripts, and the files stay', async () => {
  const sent = await post({ text: 'Вот журнал', file: { name: 'log.txt', bytes: 'строка' } });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${ARTICLE}?comment=waiting#comments`]);
  await post({ text: 'Вот журнал' });
  server.services.clock.now += 2 * DAY_MS;
  await sweepOrphans(server.services);
  const rows = (await waiting()).filter(({ text }) => text === 'Вот журнал');
  expect(rows).toMatchObject([{ files: [{ name: 'log.txt', type: 'text/plain' }] }]);
  const link = await server.app.inject({ url: rows[0]?.files[0]?.url ?? '' });
  expect([link.statusCode, link.body]).toEqual([200, 'строка']);
});

it('what the form cannot take comes back with the reason and the text', async () => {
  const refused = await post({ text: 'Смотрите', file: { name: 'a.exe', bytes: 'MZ\u0090' } });
  expect(refused.page).toMatchObject({
    page: 'article',
    comments: { refused: { text: 'Смотрите', code: 'file_type_not_allowed' } },
  });
  expect(refused.statusCode).toBe(415);
  expect((await post({ text: '' })).statusCode).toBe(400);
  const stranger = await post({ text: 'Я сам по себе' }, '');
  expect([stranger.statusCode, stranger.page]).toMatchObject([
    401,
    { comments: { may: 'sign-in', refused: { code: 'session_required', text: 'Я сам по себе' } } },
  ]);
});

it('comments can be shown at once, or not be taken at all', async () => {
  await set('kb.comments', 'open');
  expect(await say(anna, 'Сразу')).toBe('shown');
  await set('kb.comments', 'off');
  expect(await listComments(server.services, anna, 1)).toEqual([]);
  await expect(say(anna, 'Нет')).rejects.toMatchObject({ code: 'not_found' });
  await set('kb.comments', 'moderated');
});

it('a «no» says why, a later «yes» takes it back', async () => {
  const vote = (helpful: boolean) =>
    voteArticle(server.services, anna, {
      number: 1,
      locale: 'ru',
      helpful,
      reason: 'incomplete',
      comment: ' Нет про комиссию ',
    });
  const notes = async () => (await listVoteNotes(as(server.services, agent), { limit: 50 })).results;
  await vote(false);
  expect(await notes()).toMatchObject([
    { reason: 'incomplete', comment: 'Нет про комиссию', author: { name: 'Анна Ковалёва' } },
  ]);
  await vote(true);
  expect(await notes()).toEqual([]);
});
