import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ArticleFile, ArticleFileRow, Snippet } from '@beseda/shared/protocol/knowledge';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextFor } from '../context/context';
import type { AgentActor } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { removeDetached } from '../files/remove-detached';
import { uploadFile } from '../files/upload-file';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';

let cloned: TestDatabase;
let dataDir: string;
let server: ArticleServer;
let anna: AgentActor;
let agentCookie: string;
let bearer: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-article-files-'));
  server = await serveArticles(cloned.appUrl, { files: createFileStore({ dataDir }) });
  anna = await makeAgent(server.services);
  agentCookie = (await makeSession(server.services, anna)).secret;
  bearer = (await makeSession(server.services, await makeRequester(server.services))).secret;
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const png = (background: string, width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

async function upload(name: string, content: Buffer) {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const sent = await server.app.inject({
    method: 'POST',
    url: '/api/v1/kb/files',
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'x-beseda-desk': '1' },
    cookies: { beseda_desk: agentCookie },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--edge--\r\n')]),
  });
  return { status: sent.statusCode, body: sent.json<ArticleFile & { code?: string; details?: object }>() };
}
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
/** What any of these calls may answer. */
type Answer = Snippet & { results: (ArticleFileRow & Snippet)[] };
async function call(method: Method, url: string, payload?: object) {
  const sent = await server.app.inject({
    method,
    url: `/api/v1/kb${url}`,
    headers: { 'x-beseda-desk': '1' },
    cookies: { beseda_desk: agentCookie },
    ...(payload ? { payload } : {}),
  });
  return { status: sent.statusCode, body: sent.body === '' ? ({} as Answer) : sent.json<Answer>() };
}
const read = (url: string, as: { bearer?: string; agent?: boolean; headers?: Record<string, string> } = {}) =>
  server.app.inject({
    url,
    headers: { ...(as.bearer ? { authorization: `Bearer ${as.bearer}` } : {}), ...as.headers },
    ...(as.agent ? { cookies: { beseda_desk: agentCookie } } : {}),
  });

describe('a file of the knowledge base', () => {
  it('is stored once however often and under whatever name it comes', async () => {
    const content = await png('teal');
    const first = await upload('Окно (1).png', content);
    expect(first).toMatchObject({
      status: 201,
      body: { name: 'Окно (1).png', type: 'image/png', width: 40, height: 20 },
    });
    expect(first.body.url).toBe(`/help/files/${first.body.id}/%D0%9E%D0%BA%D0%BD%D0%BE%20%281%29.png`);
    expect((await upload('other.png', content)).body).toEqual(first.body);
  });

  it('of a type that is not taken is refused by what is', async () => {
    const svg = await upload('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(svg).toMatchObject({ status: 415, body: { code: 'file_type_not_allowed' } });
    expect(svg.body.details).toMatchObject({ allowed: expect.arrayContaining(['PNG', 'MP4', 'PDF']) });
    expect(await upload('a.png', Buffer.from(''))).toMatchObject({
      status: 422,
      body: { code: 'file_empty' },
    });
  });

  it('is read by whoever may read an article that it stands in, and by nobody else', async () => {
    const open = (await upload('open.png', await png('red'))).body;
    const staff = (await upload('staff.png', await png('green'))).body;
    const draft = (await upload('draft.png', await png('blue'))).body;
    await server.publish({
      'ru/1.md': `---\nnumber: 1\ntitle: Всем\n---\n![Окно](${open.url})`,
      'ru/2.md': `---\nnumber: 2\ntitle: Своим\nvisibility: staff\n---\n![Окно](${staff.url}){width=20}`,
    });
    const statuses = async (url: string) => [
      (await read(url)).statusCode,
      (await read(url, { bearer })).statusCode,
      (await read(url, { agent: true })).statusCode,
    ];
    expect(await statuses(open.url)).toEqual([200, 200, 200]);
    expect(await statuses(staff.url)).toEqual([404, 200, 200]);
    expect(await statuses(draft.url)).toEqual([404, 404, 200]);
    expect((await read(open.url)).headers).toMatchObject({
      'cache-control': 'public, max-age=86400',
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
    });
    const article = (await read('/api/v1/articles/2', { bearer })).json<{ html: string }>();
    const [, signed = ''] = /src="([^"]+)" alt="Окно" width="20" height="10"/.exec(article.html) ?? [];
    expect((await read(signed.replaceAll('&amp;', '&'))).statusCode).toBe(200);
    expect((await read(signed.replaceAll('&amp;', '&').replace(/s=.*/, 's=guessed'))).statusCode).toBe(404);
    server.services.clock.now += 61 * 60_000;
    expect((await read(signed.replaceAll('&amp;', '&'))).statusCode).toBe(404);
    server.services.clock.now -= 61 * 60_000;
    expect((await read('/api/v1/articles/1')).json<{ html: string }>().html).toContain(`src="${open.url}"`);
  });

  it('is given in parts, as players ask for it', async () => {
    const { url } = (await upload('part.png', await png('olive'))).body;
    const whole = (await read(url, { agent: true })).rawPayload;
    const part = await read(url, { agent: true, headers: { range: 'bytes=2-5' } });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload).toEqual(whole.subarray(2, 6));
    const tag = String(part.headers.etag);
    expect((await read(url, { agent: true, headers: { 'if-none-match': tag } })).statusCode).toBe(304);
    expect((await read(`${url}?thumb=1`, { agent: true })).headers['content-type']).toBe('image/webp');
  });

  it('is listed with how often it stands somewhere, and goes only when it stands nowhere', async () => {
    const used = (await upload('used.png', await png('navy'))).body;
    const idle = (await upload('idle.png', await png('pink'))).body;
    await server.publish({ 'ru/3.md': `---\nnumber: 3\ntitle: Три\n---\n[x](${used.url})` });
    const list = await call('GET', '/files?q=IDLE');
    expect(list.body.results).toMatchObject([{ id: idle.id, uses: 0, uploadedBy: { name: 'Анна' } }]);
    const unused = await call('GET', '/files?unused=true');
    expect(unused.body.results.map(({ id }) => id)).toContain(idle.id);
    expect(unused.body.results.map(({ id }) => id)).not.toContain(used.id);
    expect(await call('DELETE', `/files/${used.id}`)).toMatchObject({
      status: 409,
      body: { code: 'in_use' },
    });
    expect((await call('DELETE', `/files/${idle.id}`)).status).toBe(204);
    expect((await read(idle.url, { agent: true })).statusCode).toBe(404);
  });

  it('keeps its bytes when a message that had the same is gone', async () => {
    const content = await png('gold');
    const file = (await upload('both.png', content)).body;
    const ctx = contextFor(server.services, anna);
    const sent = await uploadFile(ctx, {
      clientId: uuidv7(),
      name: 'a.png',
      source: Readable.from([content]),
    });
    await removeDetached(server.services, [sent.id]);
    expect((await read(file.url, { agent: true })).statusCode).toBe(200);
  });
});

describe('a snippet', () => {
  it('stands in every article that refers to it, in its language, and changes there', async () => {
    const made = await call('POST', '/snippets', {
      locale: 'ru',
      title: 'Где искать',
      body: 'Откройте **Настройки**.',
    });
    expect(made).toMatchObject({ status: 201, body: { key: 'gde-iskat', usedBy: [] } });
    await server.publish({
      'ru/4.md': '---\nnumber: 4\ntitle: Четыре\n---\nСначала:\n\n{{snippet:gde-iskat}}\n\n{{snippet:net}}',
    });
    const html = async () => (await read('/api/v1/articles/4')).json<{ html: string }>().html;
    expect(await html()).toBe('<p>Сначала:</p>\n<p>Откройте <strong>Настройки</strong>.</p>\n');
    const changed = await call('PATCH', `/snippets/${made.body.id}`, { body: 'Откройте меню.' });
    expect(changed.body.usedBy).toEqual([{ number: 4, locale: 'ru', title: 'Четыре', draft: false }]);
    await server.services.articles.refresh();
    expect(await html()).toContain('Откройте меню.');
    const preview = await call('POST', '/preview', {
      locale: 'ru',
      body: '> [!TIP]\n> {{snippet:gde-iskat}}',
    });
    expect(preview.body).toMatchObject({ html: expect.stringContaining('Откройте меню.') });
    expect(await call('DELETE', `/snippets/${made.body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'in_use', details: { articles: [{ number: 4 }] } },
    });
    await server.publish({ 'ru/4.md': '---\nnumber: 4\ntitle: Четыре\n---\nПусто.' });
    expect((await call('DELETE', `/snippets/${made.body.id}`)).status).toBe(204);
  });

  it('has a key of its own, a text, and no snippets in it', async () => {
    const input = { locale: 'ru', title: 'Повтор', body: 'Раз' };
    await call('POST', '/snippets', input);
    expect((await call('POST', '/snippets', input)).body.key).toBe('povtor-2');
    expect((await call('POST', '/snippets', { ...input, locale: 'en', key: 'povtor' })).status).toBe(201);
    expect(await call('POST', '/snippets', { ...input, key: 'povtor' })).toMatchObject({ status: 409 });
    expect(await call('POST', '/snippets', { ...input, body: '{{snippet:a}}' })).toMatchObject({
      status: 400,
    });
    const listed = await call('GET', '/snippets?locale=en');
    expect(listed.body.results).toMatchObject([{ key: 'povtor', locale: 'en' }]);
  });
});
