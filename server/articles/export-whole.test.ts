import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepFiles } from '../article-files/keep-files';
import { SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { exportArticles } from './export-articles';
import { importArticles } from './import-articles';
import { loadManuscripts } from './manuscript-files';

interface Install {
  clone: TestDatabase;
  services: TestServices;
}

let folder: string;
let first: Install;
let second: Install;

async function install(name: string): Promise<Install> {
  const clone = await cloneTestDatabase();
  const files = createFileStore({ dataDir: join(folder, name) });
  return { clone, services: makeServices(clone.appUrl, { files }) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-whole-'));
  [first, second] = [await install('one'), await install('two')];
});
beforeEach(async () => {
  for (const { services } of [first, second]) {
    await services.database.inTransaction(SYSTEM, async ({ sql }) => {
      for (const table of ['articles', 'article_drafts', 'article_versions', 'article_snippets', 'redirects'])
        await sql`delete from ${sql(table)}`;
    });
  }
});
afterAll(async () => {
  for (const { services, clone } of [first, second]) {
    await services.database.close();
    await clone.drop();
  }
  await rm(folder, { recursive: true, force: true });
});

const load = ({ services }: Install, from: string, options = {}) =>
  importArticles(services, from, { keep: (paths) => keepFiles(services, paths), ...options });
const manuscripts = ({ services }: Install) => services.database.inTransaction(SYSTEM, loadManuscripts);
const keepers = ({ services }: Install) =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      select number, a.email as owner, check_by::text as "checkBy"
      from article_places left join agents a on a.id = owner_id where number < 100 order by number`,
  );

async function write(name: string, files: Record<string, string | Uint8Array>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name, path)), { recursive: true });
    await writeFile(join(folder, name, path), content);
  }
  return join(folder, name);
}

async function readAll(from: string): Promise<Record<string, string>> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = files
    .sort()
    .map(async (path) => [path.slice(from.length), await readFile(path, 'latin1')] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function writeWhole(): Promise<string> {
  const image = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'olive' } })
    .png()
    .toBuffer();
  const snippets = [
    { key: 'support', locale: 'ru', title: '2024', body: 'Пишите: «#1» ![x](images/a.png)\n\n    код' },
    { key: 'support', locale: 'en', title: 'Support', body: 'Write to us' },
  ];
  return write('whole', {
    'a.md': '---\nnumber: 1\ntitle: Кошелёк\nsection: Деньги\n---\n{{snippet:support}}',
    'b.md': '---\nnumber: 2\ntitle: Выплаты\nsection: Деньги\n---\nТекст',
    'drafts/new.md': '---\nnumber: 3\nstate: draft\nlocale: ru\n---\n',
    'drafts/again.md':
      '---\nnumber: 1\nstate: review\ntitle: Кошелёк, новый\nlocale: ru\nsection: Новый раздел\nroutes: [/w/*]\nplans: [start]\nroles: [manager]\nvisibility: staff\n---\n![x](../images/a.png)',
    'images/a.png': image,
    'snippets.yaml': JSON.stringify(snippets),
    'contents.yaml': JSON.stringify([
      {
        sections: [
          {
            title: { ru: 'Деньги' },
            lead: { ru: 'О деньгах' },
            articles: [{ number: 2, owner: 'Vera@desk.example', checkBy: '2027-03-01' }, 1],
          },
        ],
      },
    ]),
  });
}

const addVera = async ({ services }: Install) => {
  const { agentId } = await makeAgent(services, 'Вера');
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set email = 'vera@desk.example' where id = ${agentId}`,
  );
};

describe('drafts, snippets, owners and dates', () => {
  it('go out and into another install without loss', async () => {
    await addVera(first);
    await addVera(second);
    const taken = await load(first, await writeWhole());
    expect(taken).toMatchObject({ created: 4, snippets: 2, bad: [], missing: [] });
    expect(await manuscripts(first)).toMatchObject([
      { number: 1, state: 'review', section: 'Новый раздел', plans: ['start'], roles: ['manager'] },
      { number: 3, state: 'draft', title: '', section: null, body: '' },
    ]);
    expect([...(await keepers(first))]).toEqual([
      { number: 1, owner: null, checkBy: null },
      { number: 2, owner: 'vera@desk.example', checkBy: '2027-03-01' },
      { number: 3, owner: null, checkBy: null },
    ]);
    const [out, again] = [join(folder, 'out'), join(folder, 'again')];
    const counts = { written: 4, drafts: 2, removed: 0 };
    expect(await exportArticles(first.services, out, { drafts: true })).toEqual(counts);
    expect(await load(first, out, { strict: true })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4,
      snippets: 0,
      missing: [],
    });
    expect(await load(second, out, { strict: true })).toMatchObject({ created: 4, missing: [] });
    await exportArticles(second.services, again, { drafts: true });
    const files = await readAll(out);
    expect(await readAll(again)).toEqual(files);
    expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toHaveLength(4);
    expect(files['/snippets.yaml']).toContain('](files/');
  });

  it('leave a draft that is being written, and an owner who is not here, and name both', async () => {
    const whole = await writeWhole();
    await load(first, whole);
    await first.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update article_drafts set body = 'Моё' where number = 1`,
    );
    const contents = await readFile(join(whole, 'contents.yaml'), 'utf8');
    await writeFile(join(whole, 'contents.yaml'), contents.replace('Vera@', 'nobody@'));
    const { missing, rows } = await load(first, whole);
    expect(missing.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'drafts/again.md: a draft of it is being written here: that one stays as it is',
      'contents.yaml: nobody@desk.example is no agent here: their articles have no owner',
    ]);
    expect(rows.filter(({ outcome }) => outcome === 'conflict')).toMatchObject([{ number: 1, draft: true }]);
    expect((await manuscripts(first))[0]?.body).toBe('Моё');
  });

  it('of a draft without a number the title says which it is', async () => {
    const from = await write('unnumbered', {
      'd.md': '---\ntitle: Набросок\nstate: draft\n---\nТекст',
      'e.md': '---\nnumber: 40\ntitle: Ещё\nstate: draft\n---\nТекст',
      'p.md': '---\ntitle: Статья\n---\nТекст',
    });
    const { rows } = await load(second, from);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(3);
    expect(await load(second, from)).toMatchObject({ created: 0, unchanged: 3 });
  });

  it.each([
    ['snippets.yaml', '- {key: A b, locale: ru, title: x, body: y}', /^\/0\/key/],
    ['snippets.yaml', '- {key: a, locale: ru, title: x, body: "{{snippet:b}}"}', /holds another/],
    ['snippets.yaml', '- [', /^bad YAML/],
    ['contents.yaml', '[{sections: [{title: {ru: A}, articles: [{number: 1, checkBy: soon}]}]}]', /^\/0/],
    [
      'contents.yaml',
      '[{sections: [{title: {ru: A}, articles: [{number: 1, checkBy: 2026-02-31}]}]}]',
      /^\/0/,
    ],
    ['d.md', '---\nstate: done\n---\n', /^state takes draft or review$/],
  ])('of %s are named when they are not understood: %s', async (name, text, reason) => {
    const own = basename(await mkdtemp(join(folder, 'bad-')));
    const from = await write(own, { 'a.md': '---\ntitle: A\nsection: A\n---\nx', [name]: text });
    const { bad, created } = await load(second, from);
    expect([created, bad.map(({ file }) => file)]).toEqual([1, bad.map(() => name)]);
    expect(bad.map((one) => one.reason)).toContainEqual(expect.stringMatching(reason));
  });
});
