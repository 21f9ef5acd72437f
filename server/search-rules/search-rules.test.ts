import { afterAll, beforeAll, expect, it } from 'vitest';
import { createArticleShelf } from '../articles/article-shelf';
import { listAudit } from '../audit/list-audit';
import type { Context } from '../context/context';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { previewRules, readRules } from './read-rules';
import { saveRules } from './save-rules';

let clone: TestDatabase;
let server: ArticleServer;
let admin: Context;

const NOTHING = { synonyms: [], oneWay: [], stopWords: [], pins: [], off: [] };
const numbers = (found: readonly { number: number }[]) => found.map(({ number }) => number);
const search = (q: string) => numbers(server.services.articles.search(null, { q, locale: 'ru', limit: 10 }));

beforeAll(async () => {
  clone = await cloneTestDatabase();
  server = await serveArticles(clone.appUrl);
  admin = as(server.services, { ...(await makeAgent(server.services, 'Админ')), role: 'admin' });
  await server.publish({
    'ru/1.md': '---\nnumber: 1\ntitle: Вывод денег\n---\nТекст о выплатах.',
    'ru/2.md': '---\nnumber: 2\ntitle: Роли сотрудников\n---\nТекст о правах.',
    'ru/3.md': '---\nnumber: 3\ntitle: Пользователь\n---\nКак сменить.',
  });
});
afterAll(async () => {
  await server.close();
  await clone.drop();
});

it('a synonym finds what was not found, after it was tried out without a change, on this node and on another', async () => {
  const { services } = server;
  const other = createArticleShelf(services.database, services);
  await other.refresh();
  const { revision } = await readRules(admin, 'ru');
  const rules = { ...NOTHING, synonyms: [['кэшаут', 'вывод денег']] };
  expect(search('кэшаут')).toEqual([]);
  const { before, after } = await previewRules(admin, 'ru', { ...rules, q: 'кэшаут' });
  expect([numbers(before), numbers(after)]).toEqual([[], [1]]);
  expect(search('кэшаут')).toEqual([]);
  await saveRules(admin, 'ru', { ...rules, revision });
  expect(search('кэшаут')).toEqual([1]);
  await other.refresh();
  expect(numbers(other.search(null, { q: 'кэшаут', locale: 'ru', limit: 10 }))).toEqual([1]);
  const { results } = await listAudit(admin, { kind: 'setting', id: 'search.rules.ru', limit: 1 });
  expect(results[0]).toMatchObject({ changes: { synonyms: { to: [['кэшаут', 'вывод денег']] } } });
});

it('a pin stands first, and a shipped group that is switched off finds nothing more', async () => {
  const { revision, shipped } = await readRules(admin, 'ru');
  const off = shipped.filter(({ words }) => words.includes('юзер')).map(({ key }) => key);
  expect(search('юзер')).toEqual([3]);
  const pins = [{ query: 'выводы денег', articles: [2] }];
  await saveRules(admin, 'ru', { ...NOTHING, pins, off, revision });
  expect(search('вывод денег')[0]).toBe(2);
  expect(search('юзер')).toEqual([]);
});

it('says what contradicts itself, and refuses what has no effect', async () => {
  const { revision } = await readRules(admin, 'ru');
  const rules = {
    synonyms: [
      ['возврат', 'рефанд'],
      ['возвраты', 'слонёнок'],
    ],
    oneWay: [],
    stopWords: ['рефанд'],
    pins: [{ query: 'роли', articles: [2, 404] }],
    off: [],
  };
  const { problems } = await saveRules(admin, 'ru', { ...rules, revision });
  expect(problems).toEqual([
    { code: 'twice', what: 'возврат' },
    { code: 'twice', what: 'возвраты' },
    { code: 'stop_synonym', what: 'рефанд' },
    { code: 'unknown_article', what: '404' },
  ]);
  const lonely = { ...NOTHING, synonyms: [['возврат', 'возвраты']], revision: revision + 1 };
  await expect(saveRules(admin, 'ru', lonely)).rejects.toMatchObject({
    code: 'invalid_input',
    field: 'synonyms',
  });
});

it('what stands for something else finds it, and is not found by it', async () => {
  await server.publish({
    'ru/4.md': '---\nnumber: 4\ntitle: Мегабонус\n---\nОсобая программа.',
    'ru/5.md': '---\nnumber: 5\ntitle: Начисления\n---\nКак устроены.',
  });
  const { revision } = await readRules(admin, 'ru');
  const oneWay = [{ query: 'мегабонусы', means: ['начисление'] }];
  const saved = await saveRules(admin, 'ru', { ...NOTHING, oneWay, revision });
  expect(new Set(search('мегабонус'))).toEqual(new Set([4, 5]));
  expect(search('начисления')).toEqual([5]);
  expect(saved).toMatchObject({ oneWay, problems: [] });
  const stopped = { ...NOTHING, oneWay, stopWords: ['мегабонус'], q: '' };
  expect((await previewRules(admin, 'ru', stopped)).problems).toEqual([
    { code: 'stop_synonym', what: 'мегабонус' },
  ]);
  const lonely = { ...NOTHING, oneWay: [{ query: 'бонус', means: ['бонусы'] }], revision: revision + 1 };
  await expect(saveRules(admin, 'ru', lonely)).rejects.toMatchObject({ field: 'synonyms' });
});

it('of two who change the rules at once, the second is told', async () => {
  const { revision } = await readRules(admin, 'en');
  await saveRules(admin, 'en', { ...NOTHING, stopWords: ['platform'], revision });
  await expect(saveRules(admin, 'en', { ...NOTHING, revision })).rejects.toMatchObject({
    code: 'draft_conflict',
  });
  expect((await readRules(admin, 'en')).stopWords).toEqual(['platform']);
});
