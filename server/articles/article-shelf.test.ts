import { EventEmitter, once } from 'node:events';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, importFiles, serveArticles } from '../testing/serve-articles';
import type { Viewer } from './may-read';

let cloned: TestDatabase;
let server: ArticleServer;
let requester: Viewer;
let agent: Viewer;

const FILES = {
  'ru/1.md':
    '---\nnumber: 1\nslug: vyvod\ntitle: Вывод денег с кошелька\nsection: Кошельки\nroutes: [/payouts]\n---\n' +
    'Откройте кошелёк. См. [вторую](article:2), [третью](article:3), [пятую](article:5), [никакую](article:99).',
  'ru/2.md':
    '---\nnumber: 2\nslug: roli\ntitle: Роли и права сотрудников\nsection: Доступ\nvisibility: staff\n---\nРоль кладовщика.',
  'ru/3.md':
    '---\nnumber: 3\nslug: proverka\ntitle: Проверка звонящего\nsection: Доступ\nvisibility: agents\n---\nСпросите код.',
  'en/1.md': '---\nnumber: 1\nslug: withdraw\ntitle: Withdraw money\nsection: Wallets\n---\nOpen the wallet.',
  'en/5.md': '---\nnumber: 5\nslug: only-english\ntitle: Only English\nsection: Wallets\n---\nText.',
};

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  requester = await makeRequester(server.services);
  agent = await makeAgent(server.services);
  await server.publish(FILES);
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

const shelf = () => server.services.articles;
const titlesOf = (viewer: Viewer) =>
  shelf()
    .contents(viewer, 'ru')
    .flatMap(({ sections }) => sections)
    .flatMap((section) => section.articles.map((article) => article.title));

describe('who sees what', () => {
  it('shows each viewer the articles for them and no empty section', () => {
    expect(titlesOf(null)).toEqual(['Вывод денег с кошелька']);
    expect(
      shelf()
        .contents(null, 'ru')
        .flatMap(({ sections }) => sections)
        .map((section) => section.title),
    ).toEqual(['Кошельки']);
    expect(titlesOf(requester)).toEqual(['Вывод денег с кошелька', 'Роли и права сотрудников']);
    expect(titlesOf(agent)).toHaveLength(3);
    expect(titlesOf(SYSTEM)).toHaveLength(3);
  });

  it('finds by number and slug only what the viewer may read', () => {
    for (const name of ['2', 'roli']) {
      expect(shelf().find(null, name, 'ru')).toBeNull();
      expect(shelf().find(requester, name, 'ru')?.article.number).toBe(2);
    }
    for (const name of ['3', 'proverka', '99', '', '1-vyvod', '1e0', '__proto__']) {
      expect(shelf().find(requester, name, 'ru')).toBeNull();
    }
  });

  it('neither suggests nor finds what the viewer may not read', () => {
    const ask = (viewer: Viewer, q: string) => {
      const input = { q, locale: 'ru', limit: 10 } as const;
      return [shelf().suggest(viewer, input), shelf().search(viewer, input)].map((hits) =>
        hits.map((hit) => hit.number),
      );
    };
    expect(ask(null, 'роли сотрудников')).toEqual([[], []]);
    expect(ask(requester, 'роли сотрудников')).toEqual([[2], [2]]);
    expect(ask(requester, 'проверка звонящего')).toEqual([[], []]);
    expect(ask(agent, 'проверка звонящего')).toEqual([[3], [3]]);
  });
});

describe('an article', () => {
  it('comes with its section, address and translations', () => {
    expect(shelf().find(null, 'vyvod', 'ru')).toMatchObject({
      url: '/help/ru/article/1-vyvod',
      section: { title: 'Кошельки', slug: 'koshelki' },
      alternates: { ru: '/help/ru/article/1-vyvod', en: '/help/en/article/1-withdraw' },
    });
  });

  it('falls back to the other locale', () => {
    expect(shelf().find(null, '5', 'ru')?.article.locale).toBe('en');
    expect(shelf().find(null, 'withdraw', 'ru')?.article.locale).toBe('en');
  });

  it('links to what its reader may open only', () => {
    const linked = (viewer: Viewer) =>
      [...(shelf().find(viewer, '1', 'ru')?.html ?? '').matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(linked(null)).toEqual(['/help/en/article/5-only-english']);
    expect(linked(requester)).toEqual(['/help/ru/article/2-roli', '/help/en/article/5-only-english']);
    expect(linked(agent)).toHaveLength(3);
  });
});

describe('a hit', () => {
  it('says where it matches, in its title and in its passage', () => {
    const [hit] = shelf().suggest(null, { q: 'вывод денег', locale: 'ru', limit: 3 });
    expect(hit).toMatchObject({
      number: 1,
      slug: 'vyvod',
      url: '/help/ru/article/1-vyvod',
      section: 'Кошельки',
    });
    const marked = hit?.titleMarks.map(([start, end]) => hit.title.slice(start, end));
    expect(marked).toEqual(['Вывод', 'денег']);
  });

  it('belongs to the page when nothing has been typed', () => {
    const ask = (route: string) => shelf().suggest(null, { q: '', route, locale: 'ru', limit: 5 });
    expect(ask('/payouts').map((hit) => hit.number)).toEqual([1]);
    expect(ask('/elsewhere')).toEqual([]);
  });
});

describe('changes', () => {
  it('are taken over from another node without being told', async () => {
    const takenOver = new EventEmitter();
    const info = (fields: object) => takenOver.emit('version', fields);
    const other = await serveArticles(cloned.appUrl, { log: { info, warn: () => {}, error: () => {} } });
    await other.services.articles.start();
    const next = once(takenOver, 'version');
    await importFiles(server.services, {
      'ru/6.md': '---\nnumber: 6\ntitle: Новая статья\nsection: Доступ\n---\nТекст.',
    });
    expect(other.services.articles.find(null, '6', 'ru')).toBeNull();
    await next;
    expect(other.services.articles.find(null, '6', 'ru')?.article.title).toBe('Новая статья');
    await other.close();
  });

  it('leave the shelf as it was while they cannot be read, and come in afterwards', async () => {
    const owner = postgres(cloned.ownerUrl, { max: 1 });
    await importFiles(server.services, { 'ru/7.md': '---\nnumber: 7\ntitle: Седьмая\n---\nТекст.' });
    await owner`alter table articles rename to articles_away`;
    await expect(shelf().refresh()).rejects.toThrow('articles');
    expect(shelf().find(null, '1', 'ru')?.article.number).toBe(1);
    await owner`alter table articles_away rename to articles`;
    await owner.end();
    await Promise.all([shelf().refresh(), shelf().refresh()]);
    expect(shelf().find(null, '7', 'ru')?.article.title).toBe('Седьмая');
  });
});
