import { LOCALES } from '@beseda/shared/domain/words';
import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readArticlesVersion } from '../articles/articles-version';
import { findRedirect } from '../articles/find-redirect';
import { type AgentActor, SYSTEM } from '../db/actor';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { changeArticles } from './change-articles';
import { listChanges } from './list-changes';
import { orderContents } from './order-contents';
import { readTree } from './read-tree';
import { removeHeading } from './remove-heading';
import { createHeading, updateHeading } from './save-heading';

const TABLES = [
  'articles',
  'article_places',
  'article_drafts',
  'article_versions',
  'redirects',
  'sections',
  'section_places',
  'categories',
  'category_places',
];
let cloned: TestDatabase;
let server: ArticleServer;
let anna: AgentActor;
/** Nothing is taken out of the history: what is older is another test's. */
let told = 0;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  anna = await makeAgent(server.services);
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});
beforeEach(async () => {
  await server.services.database.inTransaction(SYSTEM, async ({ sql }) => {
    const [last] = await sql<{ id: number }[]>`select coalesce(max(id), 0)::int as id from audit_log`;
    told = last?.id ?? 0;
    for (const table of TABLES) await sql`delete from ${sql(table)}`;
  });
  await server.publish(
    Object.fromEntries(
      [1, 2, 3, 4].flatMap((number) =>
        LOCALES.map((locale) => [
          `${locale}/${number}.md`,
          `---\nnumber: ${number}\nslug: a-${number}-${locale}\ntitle: T${number} ${locale}\ncategory: C ${locale}\n` +
            `section: S${number < 4 ? 1 : 2} ${locale}\n---\nText.`,
        ]),
      ),
    ),
  );
});

const ctx = () => as(server.services, anna);
const tree = () => readTree(ctx());
const numbersOf = (rows: readonly { number: number }[]) => rows.map(({ number }) => number);
const articlesOf = ({ articles }: KbTree, section: number) =>
  numbersOf(articles.filter((article) => article.section === section));
const both = (title: string) => ({ ru: `${title} ru`, en: `${title} en` });
const history = () =>
  server.services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ kind: string; id: string; action: string; agent: string; changes: object }[]>`
      select object_kind as kind, object_id as id, action, agent_id as agent, changes from audit_log
      where id > ${told} order by id`,
  );
const titlesOnPage = async () => {
  await server.services.articles.refresh();
  return server.services.articles
    .contents(null, 'ru')
    .flatMap(({ sections }) => sections)
    .map(({ title, articles }) => [title, ...numbersOf(articles)]);
};

describe('the tree', () => {
  it('has everything in its order, with drafts, addresses and what is missing', async () => {
    await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        with place as (insert into article_places (number, position) values (9, 9))
        insert into article_drafts (number, locale, title, author, body, section_number)
        values (9, 'ru', 'Черновик', 'Анна', '', 1), (4, 'ru', 'Новое имя', 'Анна', '', 2)`,
    );
    const found = await tree();
    expect(found.categories).toMatchObject([
      { number: 1, texts: { ru: { title: 'C ru', url: '/help/ru/category/1-c-ru' }, en: { title: 'C en' } } },
    ]);
    expect(numbersOf(found.sections)).toEqual([1, 2]);
    expect(numbersOf(found.articles)).toEqual([1, 2, 3, 4, 9]);
    expect(found.articles.at(-1)).toMatchObject({
      section: 1,
      texts: { ru: { title: 'Черновик', url: null, draft: 'draft' } },
    });
    expect(found.articles.at(-1)?.texts.en).toBeUndefined();
    expect(found.articles[3]?.texts).toEqual({
      ru: { title: 'T4 ru', url: '/help/ru/article/4-a-4-ru', draft: 'draft' },
      en: { title: 'T4 en', url: '/help/en/article/4-a-4-en', draft: null },
    });
  });

  it('is for agents', async () => {
    const olga = as(server.services, await makeRequester(server.services));
    await expect(readTree(olga)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(createHeading(olga, 'section', { titles: both('X') })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('categories and sections', () => {
  it('are made in both languages at once, named anew, and stand in the history', async () => {
    const { number } = await createHeading(ctx(), 'section', {
      titles: both('New'),
      leads: { ru: 'О новом' },
      category: 1,
    });
    expect(number).toBe(3);
    await updateHeading(ctx(), 'section', number, { titles: { ru: 'Иное' }, visibility: 'staff' });
    expect((await tree()).sections.find((one) => one.number === 3)).toMatchObject({
      category: 1,
      visibility: 'staff',
      texts: {
        ru: { title: 'Иное', lead: 'О новом', url: '/help/ru/section/3-inoe' },
        en: { title: 'New en', url: '/help/en/section/3-new-en' },
      },
    });
    expect(await history()).toMatchObject([
      { kind: 'section', id: '3', action: 'created', agent: anna.agentId },
      {
        action: 'changed',
        changes: { titleRu: { from: 'New ru', to: 'Иное' }, visibility: { from: 'public', to: 'staff' } },
      },
    ]);
  });

  it.each([
    ['a title in one language only', { titles: { ru: 'Один' } }, 'invalid_input', 'titles'],
    ['an empty title', { titles: { ru: ' ', en: 'X' } }, 'invalid_input', 'titles.ru'],
    [
      'the title of its neighbour',
      { titles: { ru: 'S1 ru', en: 'X' }, category: 1 },
      'already_exists',
      'titles.ru',
    ],
    ['a category that there is not', { titles: both('X'), category: 7 }, 'invalid_input', 'category'],
    ['a plan that there is not', { titles: both('X'), plans: ['gold'] }, 'invalid_input', 'plans'],
  ])('are refused with %s', async (_what, input, code, field) => {
    await expect(createHeading(ctx(), 'section', input)).rejects.toMatchObject({ code, field });
    expect((await tree()).sections).toHaveLength(2);
  });

  it('may be called alike in different categories', async () => {
    const { number } = await createHeading(ctx(), 'category', { titles: both('D') });
    await createHeading(ctx(), 'section', { titles: { ru: 'S1 ru', en: 'S1 en' }, category: number });
    const move = orderContents(ctx(), { kind: 'section', parent: 1, numbers: [3, 1, 2] });
    await expect(move).rejects.toMatchObject({ code: 'already_exists' });
  });

  it('hide all that stands in them from whom they are not for', async () => {
    await updateHeading(ctx(), 'section', 1, { plans: ['network'] });
    expect(await titlesOnPage()).toEqual([['S2 ru', 4]]);
    await updateHeading(ctx(), 'category', 1, { visibility: 'agents' });
    expect(await titlesOnPage()).toEqual([]);
  });

  it('give what stands in them to another when they go, and their address with it', async () => {
    await expect(removeHeading(ctx(), 'section', { number: 1 })).rejects.toMatchObject({
      code: 'in_use',
      details: { articles: 3 },
    });
    await removeHeading(ctx(), 'section', { number: 1, to: 2 });
    expect(articlesOf(await tree(), 2)).toEqual([4, 1, 2, 3]);
    await server.services.articles.refresh();
    const to = await findRedirect(server.services, null, { url: '/help/en/section/1-s1', locale: 'en' });
    expect(to).toBe('/help/en/section/2-s2-en');
    const { number } = await createHeading(ctx(), 'section', { titles: both('S1') });
    expect(number).toBe(3);
  });

  it('leave their sections in no category when a category goes', async () => {
    await removeHeading(ctx(), 'category', { number: 1 });
    const { categories, sections } = await tree();
    expect([categories, sections.map(({ category }) => category)]).toEqual([[], [null, null]]);
    expect(await titlesOnPage()).toEqual([
      ['S1 ru', 1, 2, 3],
      ['S2 ru', 4],
    ]);
  });

  it.each([
    ['that are not there', { number: 7 }, 'not_found'],
    ['in favour of themselves', { number: 1, to: 1 }, 'invalid_input'],
    ['in favour of nothing', { number: 1, to: 7 }, 'invalid_input'],
  ])('are not removed %s', async (_what, input, code) => {
    await expect(removeHeading(ctx(), 'section', input)).rejects.toMatchObject({ code });
  });
});

describe('the order', () => {
  it('is that of the pages, and what is not named follows', async () => {
    await orderContents(ctx(), { kind: 'article', parent: 1, numbers: [3, 1] });
    await orderContents(ctx(), { kind: 'section', parent: 1, numbers: [2] });
    expect(await titlesOnPage()).toEqual([
      ['S2 ru', 4],
      ['S1 ru', 3, 1, 2],
    ]);
    expect(await history()).toMatchObject([
      { kind: 'section', id: '1', changes: { articleOrder: { from: ['1', '2', '3'], to: ['3', '1', '2'] } } },
      { kind: 'category', id: '1', changes: { sectionOrder: { from: ['1', '2'], to: ['2', '1'] } } },
    ]);
  });

  it('takes in what stood elsewhere, in every language and with its draft', async () => {
    await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        insert into article_drafts (number, locale, title, author, body, section_number)
        values (2, 'ru', 'x', 'x', '', 1)`,
    );
    await orderContents(ctx(), { kind: 'article', parent: 2, numbers: [2, 4] });
    expect([articlesOf(await tree(), 1), articlesOf(await tree(), 2)]).toEqual([
      [1, 3],
      [2, 4],
    ]);
    const places = await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        select section_number from articles where number = 2
        union all select section_number from article_drafts where number = 2`,
    );
    expect(places.map((row) => row.section_number as number)).toEqual([2, 2, 2]);
    const { results } = await listChanges(ctx(), { number: 2, limit: 1 });
    expect(results).toMatchObject([
      { agent: { id: anna.agentId }, changes: { section: { from: 'S1 ru', to: 'S2 ru' } } },
    ]);
    expect(await history()).toMatchObject([
      { kind: 'section', id: '2', changes: { articleOrder: { from: ['4'], to: ['2', '4'] } } },
      { kind: 'article', id: '2', changes: { section: { from: 'S1 ru', to: 'S2 ru' } } },
    ]);
  });

  it('tells in the history of a section that was moved into another category', async () => {
    const { number } = await createHeading(ctx(), 'category', { titles: both('Другая') });
    await orderContents(ctx(), { kind: 'section', parent: number, numbers: [2] });
    expect((await history()).slice(1)).toMatchObject([
      { kind: 'category', id: String(number), changes: { sectionOrder: { from: [], to: ['2'] } } },
      { kind: 'section', id: '2', changes: { category: { from: '1', to: String(number) } } },
    ]);
  });

  it('gives a section a title in every language that is moved into it', async () => {
    await server.publish({
      'ru/5.md': '---\nnumber: 5\nlocale: ru\ntitle: Пятая\nsection: Только русский\n---\nТекст.',
    });
    const section = (await tree()).sections.at(-1)?.number ?? 0;
    await orderContents(ctx(), { kind: 'article', parent: section, numbers: [5, 1] });
    await server.services.articles.refresh();
    expect(server.services.articles.find(null, '1', 'en')?.section.title).toBe('Только русский');
  });

  it.each([
    ['an article twice', { kind: 'article', parent: 1, numbers: [1, 1] }, 'numbers'],
    ['an article that there is not', { kind: 'article', parent: 1, numbers: [77] }, 'numbers'],
    ['articles in no section', { kind: 'article', parent: null, numbers: [1] }, 'parent'],
    ['sections in a category that there is not', { kind: 'section', parent: 9, numbers: [1] }, 'parent'],
  ] as const)('refuses %s', async (_what, { kind, parent, numbers }, field) => {
    const order = { kind, parent, numbers: [...numbers] };
    await expect(orderContents(ctx(), order)).rejects.toMatchObject({ code: 'invalid_input', field });
  });
});

describe('many articles at once', () => {
  it('change section, readers, owner and date together, and back again', async () => {
    const before = await server.services.database.inTransaction(SYSTEM, readArticlesVersion);
    const given = { visibility: 'staff', plans: ['network'], roles: ['manager'] } as const;
    const { changed } = await changeArticles(ctx(), [
      {
        numbers: [1, 4],
        section: 2,
        visibility: given.visibility,
        plans: [...given.plans],
        roles: [...given.roles],
        owner: anna.agentId,
        checkBy: '2027-03-01',
      },
    ]);
    expect(changed).toBe(2);
    const found = (await tree()).articles.filter(({ number }) => number === 1 || number === 4);
    const expected = { ...given, section: 2, owner: anna.agentId, checkBy: '2027-03-01' };
    expect(found).toMatchObject([expected, expected]);
    expect(await server.services.database.inTransaction(SYSTEM, readArticlesVersion)).toBe(before + 1);
    expect(await titlesOnPage()).toEqual([['S1 ru', 2, 3]]);
    expect(await history()).toMatchObject([
      {
        kind: 'article',
        id: '1',
        changes: { section: { from: 'S1 ru', to: 'S2 ru' }, owner: { to: 'Анна' } },
      },
      { kind: 'article', id: '4', changes: { visibility: { from: 'public', to: 'staff' } } },
    ]);
    await changeArticles(ctx(), [
      { numbers: [1], section: 1 },
      { numbers: [1, 4], visibility: 'public', plans: [], roles: [], owner: null, checkBy: null },
    ]);
    expect(await titlesOnPage()).toEqual([
      ['S1 ru', 2, 3, 1],
      ['S2 ru', 4],
    ]);
  });

  it('make no new version of a text', async () => {
    await changeArticles(ctx(), [{ numbers: [1, 2, 3], visibility: 'agents' }]);
    const versions = await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select distinct version from article_versions`,
    );
    expect(versions.map((row) => row.version as number)).toEqual([1]);
  });

  it('change all or none', async () => {
    const changes = changeArticles(ctx(), [
      { numbers: [1], visibility: 'agents' },
      { numbers: [2], section: 99 },
    ]);
    await expect(changes).rejects.toMatchObject({ code: 'invalid_input', field: 'section' });
    expect((await tree()).articles[0]?.visibility).toBe('public');
    expect(await history()).toHaveLength(0);
  });

  it('reach readers by an admin alone where only admins publish; whose an article is, any agent says', async () => {
    const set = (value: string) => changeSetting(as(server.services, SYSTEM), { key: 'kb.publish', value });
    await set('admins');
    const refused = [
      () => changeArticles(ctx(), [{ numbers: [1], visibility: 'public' }]),
      () => changeArticles(ctx(), [{ numbers: [1], section: 2 }]),
      () => orderContents(ctx(), { kind: 'category', parent: null, numbers: [] }),
    ];
    for (const change of refused) await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await changeArticles(ctx(), [{ numbers: [1], owner: anna.agentId }])).toEqual({ changed: 1 });
    const admin = as(server.services, { ...anna, role: 'admin' });
    expect(await changeArticles(admin, [{ numbers: [1], visibility: 'staff' }])).toEqual({ changed: 1 });
    await set('agents');
  });
});
