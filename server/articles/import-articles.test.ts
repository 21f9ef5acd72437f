import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SYSTEM } from '../db/actor';
import { connectDatabase, type Database } from '../db/connect';
import { createSettingsReader } from '../settings/read-settings';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { readArticlesVersion } from './articles-version';
import { exportArticles } from './export-articles';
import { importArticles } from './import-articles';
import { keyOf, loadArticles } from './load-articles';
import { takeArticleNumber } from './take-article-number';

const STARTER = join(import.meta.dirname, '../starter-kb');
const TABLES = [
  'articles',
  'article_places',
  'article_versions',
  'article_drafts',
  'redirects',
  'sections',
  'section_places',
  'categories',
  'category_places',
];
let cloned: TestDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  database = connectDatabase(cloned.appUrl, { max: 3 });
});
afterAll(async () => {
  await database.close();
  await cloned.drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-kb-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    for (const table of TABLES) await sql`delete from ${sql(table)}`;
  });
});

const services = () => ({ database, settings: createSettingsReader(database, Date.now), now: Date.now });
const load = (from = folder, options = {}) => importArticles(services(), from, options);
const stored = () => database.inTransaction(SYSTEM, loadArticles);
const version = () => database.inTransaction(SYSTEM, readArticlesVersion);

async function write(files: Record<string, string | Uint8Array>, into = folder): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(into, name)), { recursive: true });
    await writeFile(join(into, name), content);
  }
}

async function readAll(from: string): Promise<Record<string, string>> {
  const names = (await readdir(from, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(from, name), 'utf8')] as const)),
  );
}

describe('the starter knowledge base', () => {
  it('goes in without a complaint, a second time without a change, and comes out byte by byte', async () => {
    const first = await load(STARTER, { strict: true });
    expect(first).toMatchObject({ updated: 0, unchanged: 0, bad: [] });
    const before = await version();
    expect(await load(STARTER)).toMatchObject({ created: 0, updated: 0, unchanged: first.created, bad: [] });
    expect(await version()).toBe(before);
    await exportArticles(services(), folder);
    expect(await readAll(folder)).toEqual(await readAll(STARTER));
  });

  it('has every section in both languages under one number', async () => {
    await load(STARTER);
    const { sections } = await stored();
    const russian = sections.filter((section) => section.locale === 'ru').map((section) => section.number);
    const english = sections.filter((section) => section.locale === 'en').map((section) => section.number);
    expect(english).toEqual(russian);
    expect(sections.find((section) => section.number === 1)?.title).toBe('Working with support');
  });
});

describe('bad files', () => {
  const good = '---\ntitle: Хорошая\n---\nТекст';

  beforeEach(async () => {
    await write({
      'good.md': good,
      'ru/date.md': '---\ntitle: T\nposted: вчера\n---\nx',
      'empty.md': '---\ntitle: T\n---\n',
      'same-1.md': '---\ntitle: Альфа\nnumber: 70\n---\nx',
      'same-2.md': '---\ntitle: B\nnumber: 70\nlocale: en\n---\nx',
      'same-3.md': '---\ntitle: C\nlocale: en\nnumber: 70\n---\nx',
      'latin.md': Buffer.from('---\ntitle: caf\xe9\n---\nx', 'latin1'),
      'large.md': `---\ntitle: T\n---\n${'x'.repeat(1024 * 1024)}`,
      'notes.txt': 'not an article',
      '.git/a.md': 'not an article',
      'folder.md/inside.md': '---\ntitle: Внутри\n---\nx',
    });
    await symlink('/etc/hostname', join(folder, 'out.md'));
    await symlink(tmpdir(), join(folder, 'out'));
    await symlink(join(folder, 'good.md'), join(folder, 'in.md'));
    await symlink(join(folder, 'gone.md'), join(folder, 'dangling.md'));
  });

  const named = [
    'dangling.md:1: a symbolic link that leads nowhere',
    'empty.md:3: the text of the article is missing',
    'large.md:1: larger than 1 MB',
    'latin.md:2: not UTF-8',
    'out.md:1: a symbolic link that leads out of the folder',
    'out:1: a symbolic link that leads out of the folder',
    'ru/date.md:3: posted takes a date like 2026-03-31',
    'same-3.md:4: number 70 is already taken by same-2.md',
  ];

  it('are named by file, line and reason, and the others go in', async () => {
    const report = await load();
    expect(report.bad.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).sort()).toEqual(named);
    expect(report).toMatchObject({ created: 4, updated: 0, unchanged: 0 });
    expect((await stored()).articles.map(keyOf).sort()).toEqual(['en 70', 'ru 70', 'ru 71', 'ru 72']);
  });

  it('keep everything out with strict', async () => {
    const before = await version();
    expect((await load(folder, { strict: true })).bad).toHaveLength(named.length);
    expect((await stored()).articles).toEqual([]);
    expect(await version()).toBe(before);
  });

  it('are not looked for in a folder that is not there', async () => {
    await expect(load(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(load(join(folder, 'good.md'))).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('importing again', () => {
  it('changes what changed, keeps what has no file, and counts both', async () => {
    await write({ 'a.md': '---\ntitle: Первая\n---\n1', 'b.md': '---\ntitle: Вторая\n---\n2' });
    await load();
    const before = await version();
    await rm(join(folder, 'a.md'));
    await write({ 'b.md': '---\ntitle: Вторая\n---\nдва', 'c.md': '---\ntitle: Третья\n---\n3' });
    expect(await load()).toMatchObject({ created: 1, updated: 1, unchanged: 0, bad: [] });
    const { articles } = await stored();
    expect(articles.map(({ number, title, body }) => [number, title, body])).toEqual([
      [1, 'Первая', '1'],
      [2, 'Вторая', 'два'],
      [3, 'Третья', '3'],
    ]);
    expect(await version()).toBe(before + 1);
  });

  it('finds nothing to do when only the time of a file changed', async () => {
    await write({ 'a.md': '---\ntitle: Первая\n---\n1' });
    await load();
    const at = new Date('2020-01-01');
    await utimes(join(folder, 'a.md'), at, at);
    expect(await load()).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('exchanges the slugs of two articles', async () => {
    const files = (one: string, two: string) => ({
      'a.md': `---\ntitle: A\nnumber: 1\nslug: ${one}\n---\nx`,
      'b.md': `---\ntitle: B\nnumber: 2\nslug: ${two}\n---\nx`,
    });
    await write(files('one', 'two'));
    await load();
    await write(files('two', 'one'));
    expect(await load()).toMatchObject({ updated: 2, bad: [] });
  });

  it('keeps every version of a text, and none of what only stands elsewhere', async () => {
    const file = (section: string, body: string) => ({
      'a.md': `---\ntitle: A\nsection: ${section}\n---\n${body}`,
    });
    await write({ ...file('S', 'один'), 'b.md': '---\ntitle: B\nsection: T\n---\nx' });
    await load();
    await write(file('S', 'два'));
    await load();
    await write(file('T', 'два'));
    expect(await load()).toMatchObject({ updated: 1 });
    const versions = await database.inTransaction(
      SYSTEM,
      ({ sql }) =>
        sql`select version, body, published_by from article_versions where number = 1 order by version`,
    );
    expect([...versions]).toEqual([
      { version: 1, body: 'один', published_by: null },
      { version: 2, body: 'два', published_by: null },
    ]);
    expect((await stored()).articles[0]).toMatchObject({ version: 2, section: 'T' });
  });

  it('remembers the slug that an article gives up', async () => {
    await write({ 'a.md': '---\nnumber: 1\nlocale: ru\nslug: one\ntitle: A\n---\nx' });
    await load();
    await write({ 'a.md': '---\nnumber: 1\nlocale: ru\nslug: two\ntitle: A\n---\nx' });
    await load();
    const redirects = await database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select path, kind, number from redirects`,
    );
    expect([...redirects]).toEqual([{ path: '/help/ru/article/one', kind: 'article', number: 1 }]);
  });

  it('gives no number twice: not of a draft, not of an article that is gone', async () => {
    await write({ 'a.md': '---\ntitle: A\n---\nx' });
    await load();
    const taken = await database.inTransaction(SYSTEM, async (tx) => {
      await tx.sql`delete from articles`;
      return takeArticleNumber(tx);
    });
    await write({ 'b.md': '---\ntitle: B\n---\nx' });
    await rm(join(folder, 'a.md'));
    await load();
    expect([taken, (await stored()).articles.map(({ number }) => number)]).toEqual([2, [3]]);
  });

  it('lets one import wait for the other, so that their numbers differ', async () => {
    const other = await mkdtemp(join(tmpdir(), 'beseda-kb-'));
    await write({ 'a.md': '---\ntitle: Первая\n---\n1' });
    await write({ 'b.md': '---\ntitle: Вторая\n---\n2' }, other);
    const imports = await database.inTransaction(SYSTEM, async ({ sql }) => {
      await sql`lock table articles in exclusive mode`;
      const both = Promise.all([load(), load(other)]);
      const isWaiting = async () => {
        const waiting = await sql`
          select 1 from pg_locks join pg_database d on d.oid = database
          where locktype = 'advisory' and not granted and d.datname = current_database()`;
        return waiting.length > 0;
      };
      await vi.waitUntil(isWaiting, { timeout: 20_000 });
      return { both };
    });
    await imports.both;
    await rm(other, { recursive: true });
    expect((await stored()).articles.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('the contents of an export', () => {
  const tree = () =>
    database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        select s.title, s.lead, p.visibility, p.plans, p.routes, c.title as category, cp.roles,
          (select array_agg(a.number order by ap.position, a.number) from articles a
            join article_places ap on ap.number = a.number where a.section_number = s.number) as articles
        from sections s join section_places p using (number)
          left join category_places cp on cp.number = p.category_number
          left join categories c on c.number = p.category_number and c.locale = s.locale
        order by cp.position, p.position`,
    );
  const article = (number: number, section: string, category: string) =>
    `---\nnumber: ${number}\nlocale: ru\ntitle: T${number}\ncategory: ${category}\nsection: ${section}\n---\nx`;

  it('keep who reads sections and categories, and the order, in another install', async () => {
    await write({ '1.md': article(1, 'A', 'X'), '2.md': article(2, 'A', 'X'), '3.md': article(3, 'B', 'Y') });
    await load();
    await database.inTransaction(SYSTEM, async ({ sql }) => {
      await sql`
        update section_places set visibility = 'agents', plans = '{network}', routes = '{/a/*}'
        where number = 1`;
      await sql`update sections set lead = 'О первом' where number = 1`;
      await sql`update category_places set position = 9, roles = '{manager}' where number = 1`;
      await sql`update article_places set position = 7 where number = 1`;
    });
    const before = [...(await tree())];
    expect(before.map((row) => row.articles as number[])).toEqual([[3], [2, 1]]);
    const out = join(folder, 'out');
    await exportArticles(services(), out);
    const version1 = await version();
    expect(await load(out, { strict: true })).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await version()).toBe(version1);
    await database.inTransaction(SYSTEM, async ({ sql }) => {
      for (const table of TABLES) await sql`delete from ${sql(table)}`;
    });
    await load(out, { strict: true });
    expect([...(await tree())]).toEqual(before);
    const again = join(folder, 'again');
    await exportArticles(services(), again);
    const textOf = (name: string) => readFile(join(name, 'contents.yaml'), 'utf8');
    expect(await textOf(again)).toBe(await textOf(out));
  });

  it.each([
    ['- title: {ru: X}\n  visibility: secret\n', /contents\.yaml:1: \/0\/visibility/],
    ['- title: [\n', /contents\.yaml:1: bad YAML: /],
    ['categories: no\n', /contents\.yaml:1: /],
  ])('are named when they are not understood: %j', async (text, reason) => {
    await write({ '1.md': article(1, 'A', 'X'), 'contents.yaml': text });
    const { bad, created } = await load();
    expect(created).toBe(1);
    expect(bad.map(({ file, line, reason: why }) => `${file}:${line}: ${why}`)).toEqual([
      expect.stringMatching(reason),
    ]);
  });
});

describe('export, import, export', () => {
  it('gives the same bytes, whatever the line ends and the titles were', async () => {
    await write({
      'a.md':
        '\uFEFF---\r\ntitle: "Ошибка 404: «что» делать? 🚀 # важно"\r\nkeywords: [404, "a, b", yes]\r\n---\r\n\r\n    код\r\n\r\n---\r\nконец  \r\n\r\n',
      'b.md':
        '---\ntitle: 2024\ncategory: "#1"\nsection: "- x"\nplans: [start]\nroles: manager\nroutes: [/a/*, "#/b"]\nvisibility: agents\nlocale: en\n---\n# Heading\n',
    });
    await load();
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    expect(await exportArticles(services(), one)).toEqual({ written: 2, drafts: 0, removed: 0 });
    expect(await load(one, { strict: true })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      bad: [],
    });
    await database.inTransaction(SYSTEM, async ({ sql }) => {
      for (const table of TABLES) await sql`delete from ${sql(table)}`;
    });
    await load(one, { strict: true });
    await exportArticles(services(), two);
    expect(await readAll(two)).toEqual(await readAll(one));
  });

  it('leaves one file per article when its slug changed', async () => {
    await write({ 'a.md': '---\nnumber: 4\ntitle: A\nslug: before\n---\nx' });
    await load();
    const out = join(folder, 'out');
    await exportArticles(services(), out);
    await write({ 'ru/readme.md': 'mine' }, out);
    await write({ 'a.md': '---\nnumber: 4\ntitle: A\nslug: after\nlocale: en\n---\nx' });
    await rm(join(folder, 'out'), { recursive: true });
    await write({ 'out/en/4-a.md': 'former', 'out/en/5-other.md': 'not ours' });
    await rm(join(folder, 'a.md'));
    expect(await exportArticles(services(), out)).toEqual({ written: 1, drafts: 0, removed: 1 });
    expect(await readdir(join(out, 'en'))).toEqual(['4-before.md', '5-other.md']);
  });
});
