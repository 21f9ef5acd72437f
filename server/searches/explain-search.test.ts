import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { saveRules } from '../search-rules/save-rules';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { explainSearch } from './explain-search';

let clone: TestDatabase;
let server: ArticleServer;
let agent: Context;

const asked = { locale: 'ru', as: 'anybody', role: 'staff' } as const;
const explain = (q: string, other: Partial<Parameters<typeof explainSearch>[1]> = {}) =>
  explainSearch(agent, { ...asked, q, ...other });
const numbers = (found: { articles: readonly { number: number }[] }) =>
  found.articles.map(({ number }) => number);

beforeAll(async () => {
  clone = await cloneTestDatabase();
  server = await serveArticles(clone.appUrl);
  agent = as(server.services, { ...(await makeAgent(server.services, 'Админ')), role: 'admin' });
  const make = (number: number, front: string, body: string) => ({
    [`ru/${number}.md`]: `---\nnumber: ${number}\n${front}\n---\n${body}`,
  });
  await server.publish({
    ...make(1, 'title: Как вывести деньги\nroutes: [/payouts]', 'Деньги приходят на карту за три дня.'),
    ...make(2, 'title: Роли сотрудников', 'Кто может вывести деньги из кошелька.'),
    ...make(3, 'title: Сверка кассы\nvisibility: agents', 'Секретариат сверяет выплаты.'),
    ...make(4, 'title: Склады', 'Где лежит товар.'),
    ...make(5, 'title: Наставник', 'Как сменить наставника.'),
    ...make(6, 'title: Чеки', 'Где взять чек.'),
  });
  const rules = { synonyms: [['кэшаут', 'вывести']], oneWay: [], stopWords: [], off: [] };
  await saveRules(agent, 'ru', { ...rules, pins: [{ query: 'роли', articles: [4] }], revision: 0 });
});
afterAll(async () => {
  await server.close();
  await clone.drop();
});

describe('the explanation of a search', () => {
  it('tells in which fields the words stand, and points that make up the score', () => {
    const { articles, gate } = explain('вывести деньги', { route: '/payouts' });
    expect(articles.map(({ number, onRoute }) => [number, onRoute])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(articles[0]?.matches).toEqual([
      { form: 'вывести', fields: ['title'] },
      { form: 'деньги', fields: ['title', 'body'] },
    ]);
    for (const { score, parts } of articles)
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score);
    expect(articles[0]?.parts.find(({ part }) => part === 'phrase')?.points).toBeGreaterThan(0);
    expect(gate).toMatchObject({ shown: true, verdict: 'sure' });
    expect(gate.signs.reduce((sum, { odds }) => sum + odds, 0)).toBeCloseTo(gate.odds ?? 0);
    expect(articles[0]).toMatchObject({ suggested: true, url: expect.stringContaining('/help/ru/') });
  });

  it('tells how words were read: layout, Latin letters, a slip, another form, a synonym', () => {
    expect(explain('dsdtcnb ltymub')).toMatchObject({ understood: 'вывести деньги', layout: true });
    expect(explain('vyvesti dengi').words[0]).toMatchObject({ form: 'вывести', romanised: true });
    const [slip] = explain('настовник ').words;
    expect(slip).toMatchObject({ spelling: 'наставник', readings: [{ word: 'наставник', kind: 'repair' }] });
    expect(explain('наставнику ').words[0]?.readings[0]).toMatchObject({ kind: 'same', fit: 1 });
    expect(explain('настав').words[0]?.readings[0]).toMatchObject({ kind: 'completion' });
    expect(explain('кэшаут ').words[0]?.readings).toMatchObject([{ word: 'вывести', kind: 'synonym' }]);
  });

  it('tells why there is silence', () => {
    expect(explain('спасибо').gate).toMatchObject({ shown: false });
    expect(explain('погода на марсе').gate).toEqual({
      shown: false,
      verdict: 'nothing',
      odds: null,
      least: expect.any(Number),
      signs: [],
    });
    const unsure = explain('деньги на марсе у инопланетян и динозавров');
    expect(unsure.gate.verdict).toBe('unsure');
    expect(unsure.gate.odds).toBeLessThan(unsure.gate.least);
    expect(unsure.articles.some(({ suggested }) => suggested)).toBe(false);
  });

  it('names a pin, which stands first', () => {
    const { articles } = explain('роли');
    expect(articles.map(({ number, pinned }) => [number, pinned])).toEqual([
      [4, true],
      [2, false],
    ]);
  });

  it('shows to each kind of reader what that one would find', () => {
    expect(numbers(explain('секретариат'))).toEqual([]);
    expect(explain('секретариат').words[0]?.readings).toEqual([]);
    expect(numbers(explain('секретариат', { as: 'staff', plan: 'start' }))).toEqual([]);
    expect(numbers(explain('секретариат', { as: 'inside' }))).toEqual([3]);
  });

  it('is for agents alone', async () => {
    const staff = as(server.services, await makeRequester(server.services, { company: 'vita' }));
    expect(() => explainSearch(staff, { ...asked, q: 'роли' })).toThrow('This is for agents.');
  });
});
