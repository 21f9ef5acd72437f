import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { IMPORT_LIMITS, type TransferReport } from '@beseda/shared/protocol/article-transfer';
import type { ErrorBody } from '@beseda/shared/protocol/errors';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { loadArticles } from '../articles/load-articles';
import { SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { helpScoutAnswers, kayakoAnswers, zendeskAnswers } from '../help-centres/saved-answers.fixture';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { makeOwnFolder, removeFolder } from './make-own-folder';
import { unpackZip } from './unpack-zip';

interface Install extends ArticleServer {
  cookie: string;
}

const clones: TestDatabase[] = [];
const servers: Install[] = [];
let folder: string;
let first: Install;
let second: Install;

async function install(): Promise<Install> {
  const clone = await cloneTestDatabase();
  clones.push(clone);
  const files = createFileStore({ dataDir: join(folder, `data-${clones.length}`) });
  const server = await serveArticles(clone.appUrl, { files });
  const agent = await makeAgent(server.services);
  await server.services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set role = 'admin' where id = ${agent.agentId}`,
  );
  const opened = { ...server, cookie: (await makeSession(server.services, agent)).secret };
  servers.push(opened);
  return opened;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-transfer-test-'));
  first = await install();
  second = await install();
});
afterAll(async () => {
  for (const server of servers) await server.close();
  for (const clone of clones) await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

type Files = Record<string, string | Buffer>;
type Answer = TransferReport & ErrorBody;

async function pack(files: Files, mode?: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, mode === undefined ? {} : { mode });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** One file under its name, or several. */
async function bring(
  to: Install,
  content: Buffer | Record<string, Buffer | string>,
  query: string,
): Promise<{ status: number; body: Answer }> {
  const files = Buffer.isBuffer(content) ? { 'kb.zip': content } : content;
  const parts = Object.entries(files).flatMap(([name, bytes]) => [
    Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  const sent = await to.app.inject({
    method: 'POST',
    url: `/api/v1/kb/import?${query}`,
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'x-beseda-desk': '1' },
    cookies: { beseda_desk: to.cookie },
    payload: Buffer.concat([...parts, Buffer.from('--edge--\r\n')]),
  });
  return { status: sent.statusCode, body: sent.json<Answer>() };
}

async function fetchExport(from: Install): Promise<Buffer> {
  const sent = await from.app.inject({ url: '/api/v1/kb/export', cookies: { beseda_desk: from.cookie } });
  expect(sent.statusCode).toBe(200);
  expect(sent.headers['content-type']).toBe('application/zip');
  return sent.rawPayload;
}

const titles = async ({ services }: Install) =>
  (await services.database.inTransaction(SYSTEM, loadArticles)).articles.map(({ title }) => title).sort();
const countFiles = ({ services }: Install) =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => (await sql`select 1 from article_files`).length);

async function contentsOf(zip: Buffer): Promise<Record<string, string>> {
  const path = join(await makeOwnFolder(), 'a.zip');
  await writeFile(path, zip);
  const own = await makeOwnFolder();
  await unpackZip(path, own);
  const found: Record<string, string> = {};
  for (const entry of await readdir(own, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[file.slice(own.length)] = await sha(file);
  }
  await removeFolder(own);
  await removeFolder(join(path, '..'));
  return found;
}

async function sha(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

describe('a zip of the knowledge base', () => {
  it('comes in, goes out and into an empty install, and is the same there', async () => {
    const image = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const zip = await pack({
      'kb/ru/a.md': '---\ntitle: Кошелёк\nvisibility: staff\n---\n\n![Окно](../images/a.png)\n',
      'kb/en/b.md': '---\ntitle: Wallet\ncategory: Money\nsection: Payouts\n---\n\nText.\n',
      'kb/images/a.png': image,
      '__MACOSX/kb/._a.md': 'clutter',
    });
    const tried = await bring(first, zip, 'from=folder&dryRun=true');
    expect(tried.body).toMatchObject({
      dryRun: true,
      created: 2,
      updated: 0,
      files: 1,
      remarks: [],
      more: 0,
    });
    expect([await titles(first), await countFiles(first)]).toEqual([[], 0]);

    const brought = await bring(first, zip, 'from=folder');
    expect(brought.body).toEqual({ ...tried.body, dryRun: false });
    expect([await titles(first), await countFiles(first)]).toEqual([['Wallet', 'Кошелёк'], 1]);

    const out = await fetchExport(first);
    expect((await bring(second, out, 'from=folder')).body).toMatchObject({
      created: 2,
      files: 1,
      skipped: 0,
    });
    expect(await contentsOf(await fetchExport(second))).toEqual(await contentsOf(out));
    expect((await bring(second, out, 'from=folder')).body).toMatchObject({ created: 0, unchanged: 2 });
  });

  it('says what was left out and why', async () => {
    const zip = await pack({
      'bad.md': '---\nslug: bad\n---\n\nText',
      'good.md': '---\ntitle: Good\n---\n\nText',
    });
    const { body } = await bring(second, zip, 'from=folder&dryRun=true');
    expect(body).toMatchObject({ created: 1, skipped: 1, remarks: [{ file: 'bad.md', skipped: true }] });
  });

  it('takes one answer of another help centre, twice without a change', async () => {
    const article = { id: 77, title: 'Fees', body: '<p>None.</p>', locale: 'en-us', draft: false };
    const html_url = 'https://x.zendesk.com/hc/en-us/articles/77-Fees';
    const json = { 'articles.json': JSON.stringify({ articles: [{ ...article, html_url }] }) };
    expect((await bring(first, json, 'from=zendesk&dryRun=true')).body).toMatchObject({ created: 1 });
    expect(await titles(first)).not.toContain('Fees');
    const { body } = await bring(first, json, 'from=zendesk');
    expect(body).toMatchObject({ created: 1, skipped: 0 });
    expect(body.redirects).toBeGreaterThan(0);
    expect((await bring(first, json, 'from=zendesk')).body).toMatchObject({ created: 0, unchanged: 1 });
  });
});

describe('several files', () => {
  it('are one folder: texts, pictures beside them and archives; who brought them is kept', async () => {
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'navy' } })
      .png()
      .toBuffer();
    const { status, body } = await bring(
      first,
      {
        'c.md': '---\ntitle: Beside\n---\n\n![It](b.png)',
        'b.png': image,
        'one.zip': await pack({ 'd.md': '---\ntitle: Packed\n---\n\nText' }),
        'two.zip': await pack({ 'd.md': '---\ntitle: Packed too\n---\n\nText' }),
      },
      'from=auto',
    );
    expect([status, body.from, body.created, body.files, body.remarks]).toEqual([200, 'folder', 3, 1, []]);
    expect(body.articles.map(({ title }) => title).sort()).toEqual(['Beside', 'Packed', 'Packed too']);
    const by = await first.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql<{ role: string }[]>`
        select role from article_versions join agents on agents.id = published_by where title = 'Beside'`,
    );
    expect(by).toEqual([{ role: 'admin' }]);
  });

  it.each([
    ['zendesk', zendeskAnswers],
    ['helpscout', helpScoutAnswers],
    ['kayako', kayakoAnswers],
  ])('of one name are read together, and known as answers of %s', async (source, answers) => {
    const files = Object.fromEntries(
      answers().map(({ json }, at) => [`${at}/answers.json`, JSON.stringify(json)]),
    );
    const { body } = await bring(second, files, 'dryRun=true');
    expect(body).toMatchObject({ from: source, dryRun: true });
    expect(body.created).toBeGreaterThan(0);
    expect(body.articles).toHaveLength(body.created + body.skipped);
  });
});

describe('what is refused, with nothing changed', () => {
  const article = '---\ntitle: Evil\n---\n\nText';
  const renamed = async (from: string, to: string) =>
    Buffer.from((await pack({ [from]: article })).toString('latin1').replaceAll(from, to), 'latin1');
  /** An entry that gives less for its size than it holds. */
  const lying = async () => {
    const zip = await pack({ 'a.md': article + 'x'.repeat(100_000) });
    zip.writeUInt32LE(10, zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    return zip;
  };

  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.md`, article]));

  it.each<[string, string, () => Promise<Parameters<typeof bring>[1]>, string]>([
    ['a path that climbs out', 'unsafe_path', () => renamed('aa/evil.md', '../evil.md'), 'folder'],
    ['a path from the root', 'unsafe_path', () => renamed('x/evil.md', '/ev/il.md'), 'folder'],
    ['a link', 'link', () => pack({ 'evil.md': '/etc/passwd' }, 0o120777), 'folder'],
    ['a size that is not true', 'broken_zip', lying, 'folder'],
    ['what is no zip', 'not_zip', async () => Buffer.from('# Text'), 'folder'],
    ['a cut zip', 'not_zip', async () => (await pack({ 'a.md': article })).subarray(0, 60), 'folder'],
    ['a zip without articles', 'no_articles', () => pack({ 'a.txt': 'text' }), 'folder'],
    ['what is no JSON', 'no_articles', async () => ({ 'answers.json': '# Text' }), 'kayako'],
    ['what is not known', 'unknown_source', async () => ({ 'a.json': '{"articles":[]}' }), 'auto'],
    ['too many files', 'too_many_entries', async () => many(IMPORT_LIMITS.files + 1), 'folder'],
    ['an empty form', 'no_articles', async () => ({}), 'auto'],
  ])('%s', async (_what, fault, make, from) => {
    const before = await titles(first);
    const { status, body } = await bring(first, await make(), `from=${from}`);
    expect([status, body.code, body.details]).toEqual([400, 'invalid_input', { fault }]);
    expect(await titles(first)).toEqual(before);
  });

  it('an unknown source, and force for files', async () => {
    const zip = await pack({ 'a.md': article });
    expect((await bring(first, zip, 'from=wiki')).status).toBe(400);
    expect((await bring(first, zip, 'from=folder&force=true')).body).toMatchObject({ field: 'force' });
  });
});

describe('an archive that grows', () => {
  let own: string;
  beforeEach(async () => {
    own = await makeOwnFolder();
  });
  afterEach(async () => removeFolder(own));

  it.each([
    ['beyond what may be unpacked', 'too_large', { entries: 10, unpacked: 50_000 }],
    ['to too many files', 'too_many_entries', { entries: 1, unpacked: 10_000_000 }],
  ])('%s is refused', async (_what, fault, limits) => {
    const path = join(folder, 'bomb.zip');
    await writeFile(path, await pack({ 'a.md': 'a'.repeat(40_000), 'b.md': 'b'.repeat(40_000) }));
    await expect(unpackZip(path, own, limits)).rejects.toMatchObject({ details: { fault } });
  });
});
