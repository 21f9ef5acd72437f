import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { exportArticles } from '../articles/export-articles';
import { importArticles } from '../articles/import-articles';
import { loadArticles } from '../articles/load-articles';
import { findRoot } from '../config/find-root';
import { listVersions } from '../manuscripts/list-versions';
import { OWNER_ROLE } from '../postgres/cluster-credentials';
import { as, makeAgent } from '../testing/make-services';
import { inDatabase } from '../testing/open-test-server';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { SYSTEM } from './actor';
import { migrate } from './migrate';

/** How many there were before the knowledge base had places, versions and drafts. */
const BEFORE = 21;
const FOLDER = join(findRoot(), 'server/db/migrations');
interface Journal {
  entries: { tag: string }[];
}

const testServer = inject('testServer');
let folder: string;
let name: string;
let superuser: postgres.Sql;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-upgrade-'));
  name = `beseda_upgrade_${randomBytes(6).toString('hex')}`;
  superuser = postgres(testServer.superUrl, { max: 1, onnotice: () => {} });
  await superuser.unsafe(`create database ${name} template template0 owner ${OWNER_ROLE}`);
});
afterEach(async () => {
  await superuser.unsafe(`drop database if exists ${name} with (force)`);
  await superuser.end();
  await rm(folder, { recursive: true, force: true });
});

/** As an install was that nobody has updated since. */
async function applyFirst(count: number): Promise<void> {
  const journal = JSON.parse(await readFile(join(FOLDER, 'meta/_journal.json'), 'utf8')) as Journal;
  const entries = journal.entries.slice(0, count);
  const own = join(folder, 'migrations');
  await mkdir(join(own, 'meta'), { recursive: true });
  await writeFile(join(own, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) await cp(join(FOLDER, `${tag}.sql`), join(own, `${tag}.sql`));
  const client = postgres(inDatabase(testServer.ownerUrl, name), { max: 1, onnotice: () => {} });
  await applyMigrations(drizzle(client), { migrationsFolder: own }).finally(() => client.end());
}

const person = randomUUID();
const company = randomUUID();

async function fillOld(): Promise<void> {
  const sql = postgres(inDatabase(testServer.superUrl, name), { max: 1, onnotice: () => {} });
  const article = (number: number, locale: string, section: number, visibility = 'public') => ({
    number,
    locale,
    slug: `a-${number}-${locale}`,
    title: `Статья ${number}`,
    section_number: section,
    keywords: ['кошелёк'],
    routes: ['/wallets/*'],
    author: 'Анна',
    posted: '2025-03-24',
    updated: '2026-09-30',
    visibility,
    body: 'Текст о выплатах.',
  });
  try {
    await sql`insert into sections ${sql([
      { number: 1, locale: 'ru', slug: 'dengi', title: 'Деньги' },
      { number: 1, locale: 'en', slug: 'money', title: 'Money' },
      { number: 2, locale: 'ru', slug: 'sklad', title: 'Склад' },
    ])}`;
    const rows = [
      article(301, 'ru', 1),
      article(301, 'en', 1),
      article(302, 'ru', 1),
      article(7, 'ru', 2, 'staff'),
    ];
    await sql`insert into articles ${sql(rows)}`;
    await sql`
      insert into article_votes (article_number, voter_id, company_id, locale, helpful)
      values (301, ${person}, ${company}, 'ru', true), (301, ${randomUUID()}, null, 'en', false)`;
    await sql`
      insert into deflections (person_id, client_id, company_id, article_number, locale, evidence)
      values (${person}, ${randomUUID()}, ${company}, 301, 'ru', ${sql.json({ draft: 'где деньги', shown: [301] })})`;
  } finally {
    await sql.end();
  }
}

async function open(): Promise<ArticleServer> {
  return serveArticles(inDatabase(testServer.appUrl, name));
}

describe('a knowledge base of before it had places, versions and drafts', () => {
  it('keeps its articles, order, votes and deflections, and goes on from there', async () => {
    await applyFirst(BEFORE);
    await fillOld();
    await migrate(inDatabase(testServer.ownerUrl, name));
    const server = await open();
    try {
      const { services } = server;
      const library = await services.database.inTransaction(SYSTEM, loadArticles);
      expect(library.articles.map((one) => [one.number, one.locale, one.section, one.version])).toEqual([
        [7, 'ru', 'Склад', 1],
        [301, 'en', 'Money', 1],
        [301, 'ru', 'Деньги', 1],
        [302, 'ru', 'Деньги', 1],
      ]);
      expect(services.articles.find(null, '301', 'ru')?.article.title).toBe('Статья 301');
      expect(services.articles.find(null, '7', 'ru')).toBeNull();
      const counts = await services.database.inTransaction(
        SYSTEM,
        ({ sql }) => sql`
          select (select count(*)::int from article_votes where helpful and reason is null and comment = '') as helped,
            (select count(*)::int from article_votes) as votes, (select count(*)::int from deflections) as deflections`,
      );
      expect([...counts]).toEqual([{ helped: 1, votes: 2, deflections: 1 }]);
      const ctx = as(services, await makeAgent(services));
      expect((await listVersions(ctx, { number: 301, locale: 'ru', limit: 10 })).results).toMatchObject([
        { version: 1, publishedBy: null, title: 'Статья 301' },
      ]);

      const out = join(folder, 'out');
      await exportArticles(services, out);
      expect(await importArticles(services, out, { strict: true })).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 4,
      });
      const { rows } = await server.publish({
        'a.md': '---\nnumber: 301\nlocale: ru\nslug: new\ntitle: Новое\nsection: Деньги\n---\nx',
        'b.md': '---\ntitle: Другая\nsection: Деньги\n---\nx',
      });
      expect(rows.map(({ number, outcome }) => [number, outcome])).toEqual([
        [301, 'updated'],
        [303, 'created'],
      ]);
      expect((await listVersions(ctx, { number: 301, locale: 'ru', limit: 10 })).results).toHaveLength(2);
    } finally {
      await server.close();
    }
  });

  it('may be empty', async () => {
    await applyFirst(BEFORE);
    await migrate(inDatabase(testServer.ownerUrl, name));
    const server = await open();
    const { articles, sections } = await server.services.database.inTransaction(SYSTEM, loadArticles);
    await server.close();
    expect([articles, sections]).toEqual([[], []]);
  });
});
