import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadArticles } from '../articles/load-articles';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeServices, type TestServices } from '../testing/make-services';
import type { SavedAnswer, Source } from './foreign-base';
import { type HelpCentreInput, importHelpCentre } from './import-help-centre';
import { readHelpCentre } from './read-help-centre';
import { helpScoutAnswers, kayakoAnswers, zendeskAnswers } from './saved-answers.fixture';

const TABLES = [
  'article_imports',
  'article_drafts',
  'article_versions',
  'articles',
  'redirects',
  'article_places',
  'sections',
  'section_places',
  'categories',
  'category_places',
];

let cloned: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  services = makeServices(cloned.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await cloned.drop();
});
beforeEach(() =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => {
    for (const table of TABLES) await sql`delete from ${sql(table)}`;
  }),
);

const stored = () => services.database.inTransaction(SYSTEM, loadArticles);
const rows = (table: string) =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Record<string, unknown>[]>`select * from ${sql(table)}`,
  );

function take(source: Source, answers: SavedAnswer[], more: Partial<HelpCentreInput> = {}) {
  return importHelpCentre(services, {
    source,
    base: readHelpCentre(source, answers),
    images: new Map(),
    ...more,
  });
}

function outcomes({ rows: told }: Awaited<ReturnType<typeof take>>): string[] {
  return told.map(({ id, locale, outcome }) => `${id} ${locale} ${outcome}`);
}

/** The answers with one article's text there changed. */
function editThere(answers: SavedAnswer[], from: string, to: string): SavedAnswer[] {
  return JSON.parse(JSON.stringify(answers).replaceAll(from, to)) as SavedAnswer[];
}

describe('an export of Zendesk Guide', () => {
  it('comes in with its tree, languages, labels, authors, dates and audiences', async () => {
    const report = await take('zendesk', zendeskAnswers());
    expect(outcomes(report)).toEqual([
      '360001 ru created',
      '360002 ru created',
      '360003 ru created',
      '360004 ru created',
      '360001 en created',
    ]);
    const { articles, sections, categories } = await stored();
    expect(
      articles.map(({ number, locale, title, section, category }) => [
        number,
        locale,
        title,
        section,
        category,
      ]),
    ).toEqual([
      [1, 'en', 'How to withdraw money?', 'Payouts', 'Finance'],
      [1, 'ru', 'Как вывести деньги?', 'Выплаты', 'Финансы'],
      [2, 'ru', 'Для сотрудников', 'Выплаты', 'Финансы'],
      [4, 'ru', 'Для отдела продаж', 'Выплаты', 'Финансы'],
    ]);
    expect(articles[1]).toMatchObject({
      keywords: ['вывод', 'выплата'],
      author: 'Елена С.',
      posted: '2024-03-01',
      updated: '2026-05-06',
      visibility: 'public',
      slug: 'kak-vyvesti-dengi',
    });
    expect(articles.map(({ visibility }) => visibility)).toEqual(['public', 'public', 'staff', 'agents']);
    expect([sections.length, categories.length]).toEqual([2, 2]);
    expect(articles[1]?.body).toBe(
      'Откройте [кошелёк](article:2) и нажмите **Вывести**.\n\n' +
        '![Кнопка](https://vita.zendesk.com/hc/article_attachments/777/button.png)\n\n' +
        '1. Сумма\n2. Счёт',
    );
  });

  it('keeps drafts drafts, and leads old addresses to the articles', async () => {
    const report = await take('zendesk', zendeskAnswers());
    expect(await rows('article_drafts')).toMatchObject([
      { number: 3, locale: 'ru', title: 'Черновик', state: 'draft', base_version: null },
    ]);
    const redirects = await rows('redirects');
    expect(redirects).toContainEqual(
      expect.objectContaining({
        path: '/hc/ru/articles/360001-Как-вывести-деньги',
        kind: 'article',
        number: 1,
        locale: 'ru',
      }),
    );
    expect(redirects).toContainEqual(
      expect.objectContaining({ path: '/hc/en-us/articles/360001', number: 1, locale: 'en' }),
    );
    expect(report.redirects).toBe(redirects.length);
  });

  it('says what could not be as it was', async () => {
    const { notes } = await take('zendesk', zendeskAnswers());
    expect(notes.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
      '360004: for the user segment «Продажи»: agents alone read it until you say who else may',
      '360005: a title is missing',
      '360001: no pages in the language de',
      '360001: an image that stays at its old address',
      '360002: <script>, left out',
    ]);
  });

  it('changes nothing in a dry run, and reports what the real one does', async () => {
    const dry = await take('zendesk', zendeskAnswers(), { dryRun: true });
    for (const table of TABLES) expect(await rows(table), table).toEqual([]);
    expect(await take('zendesk', zendeskAnswers())).toEqual(dry);
  });

  it('changes nothing when it comes again', async () => {
    await take('zendesk', zendeskAnswers());
    const before = await Promise.all(TABLES.map(rows));
    const again = await take('zendesk', zendeskAnswers());
    expect(new Set(again.rows.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(again.redirects).toBe(0);
    expect(await Promise.all(TABLES.map(rows))).toEqual(before);
  });

  it('takes what changed there, keeping number, slug and place', async () => {
    await take('zendesk', zendeskAnswers());
    const changed = editThere(zendeskAnswers(), 'Как вывести деньги?', 'Вывод денег');
    expect(outcomes(await take('zendesk', changed))).toContain('360001 ru updated');
    const article = (await stored()).articles.find(({ title }) => title === 'Вывод денег');
    expect(article).toMatchObject({ number: 1, slug: 'kak-vyvesti-dengi', version: 2, section: 'Выплаты' });
    expect(
      (await rows('article_versions')).filter(({ number, locale }) => number === 1 && locale === 'ru'),
    ).toHaveLength(2);
  });

  it('leaves what was changed here, unless it is forced', async () => {
    await take('zendesk', zendeskAnswers());
    const edit = () =>
      services.database.inTransaction(
        SYSTEM,
        ({ sql }) => sql`update articles set body = 'Наше' where number = 1 and locale = 'ru'`,
      );
    await edit();
    expect(outcomes(await take('zendesk', zendeskAnswers()))).toContain('360001 ru unchanged');
    const changed = editThere(zendeskAnswers(), 'Вывести', 'Перевести');
    const report = await take('zendesk', changed);
    expect(outcomes(report)).toContain('360001 ru conflict');
    expect(report.notes.map(({ reason }) => reason)).toContain(
      'changed there and here: it stays as it is here (--force takes theirs)',
    );
    expect((await stored()).articles[1]?.body).toBe('Наше');
    expect(outcomes(await take('zendesk', changed, { force: true }))).toContain('360001 ru updated');
    expect((await stored()).articles[1]?.body).toContain('**Перевести**');
  });

  it('does not bring back what was removed here, unless it is forced', async () => {
    await take('zendesk', zendeskAnswers());
    await services.database.inTransaction(SYSTEM, ({ sql }) => sql`delete from articles where number = 2`);
    const changed = editThere(zendeskAnswers(), 'Внутри', 'Внутри компании');
    expect(outcomes(await take('zendesk', changed))).toContain('360002 ru skipped');
    expect(outcomes(await take('zendesk', changed, { force: true }))).toContain('360002 ru created');
    expect((await stored()).articles.find(({ number }) => number === 2)?.title).toBe('Для сотрудников');
  });

  it('publishes a draft once it is published there', async () => {
    await take('zendesk', zendeskAnswers());
    const changed = editThere(zendeskAnswers(), '"draft":true', '"draft":false');
    expect(outcomes(await take('zendesk', changed))).toContain('360003 ru updated');
    expect(await rows('article_drafts')).toEqual([]);
    expect((await stored()).articles.map(({ number }) => number)).toContain(3);
  });

  it('gives articles of one title slugs of their own, beside those that are here', async () => {
    const changed = editThere(zendeskAnswers(), 'Для отдела продаж', 'Для сотрудников');
    await take('zendesk', changed);
    expect(
      (await stored()).articles.map(({ slug }) => slug).filter((slug) => slug.startsWith('dlya')),
    ).toEqual(['dlya-sotrudnikov', 'dlya-sotrudnikov-2']);
  });
});

describe('an export of Help Scout Docs', () => {
  it('comes in with collections, categories, callouts and private articles', async () => {
    const report = await take('helpscout', helpScoutAnswers());
    const { articles } = await stored();
    expect(
      articles.map(({ locale, title, category, section, visibility }) => [
        locale,
        title,
        category,
        section,
        visibility,
      ]),
    ).toEqual([
      ['en', 'Reset a password', 'Help', 'Accounts', 'public'],
      ['ru', 'Внутренний порядок', 'Внутреннее', 'Внутреннее', 'agents'],
    ]);
    expect(articles[0]?.body).toBe('> [!WARNING]\n> Links live for an hour.\n\nOpen the [rules](article:2).');
    expect(await rows('article_drafts')).toMatchObject([{ number: 3, title: 'Not yet' }]);
    expect(
      (await rows('redirects')).map(({ path }) => String(path)).toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual([
      '/article/121',
      '/article/121-reset-a-password',
      '/article/122',
      '/article/122-rules',
      '/article/123',
      '/article/123-not-yet',
    ]);
    expect(report.notes.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
      'a4: its text is missing: save the answer of /v1/articles/a4 too',
    ]);
  });
});

describe('an export of Kayako', () => {
  it('comes in with titles and texts of every language, sections, audiences and tags', async () => {
    await take('kayako', kayakoAnswers());
    const { articles } = await stored();
    expect(
      articles.map(({ number, locale, title, category, section, visibility, keywords, body }) => ({
        number,
        locale,
        title,
        category,
        section,
        visibility,
        keywords,
        body,
      })),
    ).toEqual([
      {
        number: 1,
        locale: 'en',
        title: 'V60 brewing',
        category: 'Coffee',
        section: 'Brewing',
        visibility: 'staff',
        keywords: ['filter', 'v60'],
        body: '## Steps\n\nPour.',
      },
      {
        number: 1,
        locale: 'ru',
        title: 'Пуровер',
        category: 'Кофе',
        section: 'Brewing',
        visibility: 'staff',
        keywords: ['filter', 'v60'],
        body: 'Лейте.',
      },
    ]);
    expect(articles[0]).toMatchObject({ author: 'Jamie Cho', posted: '2016-04-13', updated: '2016-05-01' });
    expect((await rows('redirects')).map(({ path }) => path)).toContain(
      '/en-us/article/1-v60-pour-over-brewing',
    );
  });
});

describe('broken exports', () => {
  it.each(['zendesk', 'helpscout', 'kayako'] as const)(
    'of %s are nothing, whatever stands in them',
    async (source) => {
      for (const json of [
        null,
        [],
        'x',
        {},
        { articles: null, data: 7 },
        { articles: [null, 1, {}], data: [{}] },
        { article: { id: {} } },
      ]) {
        expect((await take(source, [{ file: 'a.json', json }])).rows).toEqual([]);
      }
    },
  );
});
