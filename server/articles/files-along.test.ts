import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFiles } from '../article-files/keep-files';
import { SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeServices, type TestServices } from '../testing/make-services';
import { exportArticles } from './export-articles';
import { type ImportOptions, importArticles } from './import-articles';
import { loadArticles } from './load-articles';

interface Install {
  services: TestServices;
  clone: TestDatabase;
}

let folder: string;
let installs: Install[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-files-'));
  installs = [];
});
afterEach(async () => {
  for (const { services, clone } of installs) {
    await services.database.close();
    await clone.drop();
  }
  await rm(folder, { recursive: true, force: true });
});

async function install(): Promise<TestServices> {
  const clone = await cloneTestDatabase();
  const files = createFileStore({ dataDir: join(folder, `data-${installs.length}`) });
  const services = makeServices(clone.appUrl, { files });
  installs.push({ services, clone });
  return services;
}

const load = (services: TestServices, from: string, options: ImportOptions = {}) =>
  importArticles(services, from, { ...options, keep: (paths) => keepFiles(services, paths, options) });
const bodies = async ({ database }: TestServices) =>
  (await database.inTransaction(SYSTEM, loadArticles)).articles.map(({ body }) => body);
const countFiles = ({ database }: TestServices) =>
  database.inTransaction(SYSTEM, async ({ sql }) => (await sql`select 1 from article_files`).length);

async function write(files: Record<string, string | Uint8Array>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, 'kb', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return join(folder, 'kb');
}

async function readAll(from: string): Promise<Record<string, string>> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(async (file) => [file.slice(from.length), await readFile(file, 'base64')] as const);
  return Object.fromEntries(await Promise.all(read));
}

const draw = (background: string) =>
  sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

const TEXT =
  '---\ntitle: С картинкой\n---\n![Вид](../images/a%20b.png "Подпись") и [план](план.txt)\n\n```\n![x](../images/a%20b.png)\n```';

describe('files that lie beside articles', () => {
  it('come along, and come out into an empty database and out again as the same bytes', async () => {
    const first = await install();
    const kb = await write({
      'ru/a.md': TEXT,
      'images/a b.png': await draw('red'),
      'ru/план.txt': 'План работ',
    });
    expect(await load(first, kb, { strict: true })).toMatchObject({ created: 1, bad: [], missing: [] });
    const [body = ''] = await bodies(first);
    expect(body).toMatch(
      /^!\[Вид\]\(\/help\/files\/[0-9a-f-]{36}\/a%20b\.png "Подпись"\) и \[план\]\(\/help\/files\//,
    );
    expect(body).toContain('```\n![x](../images/a%20b.png)\n```');
    await exportArticles(first, join(folder, 'one'));
    const second = await install();
    expect(await load(second, join(folder, 'one'), { strict: true })).toMatchObject({
      created: 1,
      missing: [],
    });
    expect(await bodies(second)).toEqual([body]);
    await exportArticles(second, join(folder, 'two'));
    const one = await readAll(join(folder, 'one'));
    expect(Object.keys(one)).toHaveLength(4);
    expect(await readAll(join(folder, 'two'))).toEqual(one);
  });

  it('change nothing when they come again, nor in a dry run, which says the same', async () => {
    const services = await install();
    const kb = await write({ 'ru/a.md': TEXT, 'images/a b.png': await draw('blue'), 'ru/план.txt': 'План' });
    const dry = await load(services, kb, { dryRun: true });
    expect([await bodies(services), await countFiles(services)]).toEqual([[], 0]);
    expect(await load(services, kb)).toEqual(dry);
    expect(await load(services, kb)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await load(services, kb, { dryRun: true })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1,
    });
    expect(await countFiles(services)).toBe(2);
  });

  it('are named when they are missing, outside or no such files, and the article comes in without them', async () => {
    const services = await install();
    await writeFile(join(folder, 'secret.txt'), 'secret');
    const kb = await write({
      'ru/a.md':
        '---\ntitle: A\n---\n![x](no.png) ![y](../../secret.txt) [z](bad.html) ![w](page.svg) [v](b.md)',
      'ru/page.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'ru/b.md': '---\ntitle: B\n---\nb',
    });
    const report = await load(services, kb);
    expect(report.missing.map(({ reason }) => reason.slice(0, 30))).toEqual([
      'there is no file no.png in the',
      'there is no file ../../secret.',
      expect.stringMatching(/^page\.svg: Files of this type/),
    ]);
    expect((await bodies(services))[0]).toContain('![x](no.png) ![y](../../secret.txt)');
  });
});
