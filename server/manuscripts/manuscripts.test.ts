import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, importFiles, serveArticles } from '../testing/serve-articles';
import { createArticle } from './create-article';
import { discardDraft } from './discard-draft';
import { listManuscripts } from './list-manuscripts';
import { listVersions, readVersion } from './list-versions';
import { publishDraft } from './publish-draft';
import { readManuscript } from './read-manuscript';
import { restoreVersion } from './restore-version';
import { reviewDraft } from './review-draft';
import { saveDraft } from './save-draft';
import { scheduleDraft, unscheduleDraft } from './schedule-draft';
import { sweepScheduled } from './sweep-scheduled';
import { unpublishArticle } from './unpublish-article';

const MINUTE_MS = 60_000;
let clone: TestDatabase;
let server: ArticleServer;
let other: ArticleServer;
let anna: Context;
let boris: Context;
let admin: Context;
let number: number;
let key: { number: number; locale: 'ru' };

beforeAll(async () => {
  clone = await cloneTestDatabase();
  server = await serveArticles(clone.appUrl);
  other = await serveArticles(clone.appUrl);
  anna = as(server.services, await makeAgent(server.services));
  boris = as(server.services, await makeAgent(server.services, 'Борис'));
  admin = as(server.services, { ...(await makeAgent(server.services, 'Админ')), role: 'admin' });
  await server.publish({ 'ru/1.md': '---\ntitle: Первая\nsection: Выплаты\n---\nТекст.' });
});
afterAll(async () => {
  await other.close();
  await server.close();
  await clone.drop();
});
beforeEach(async () => {
  ({ number } = await createArticle(anna, {
    locale: 'ru',
    title: 'Вывод денег',
    body: 'Так.',
    sectionNumber: 1,
  }));
  key = { number, locale: 'ru' };
});

const read = () => readManuscript(anna, key);
const save = (ctx: Context, revision: number, body: string) =>
  saveDraft(ctx, { ...key, revision, text: { body } });
const shown = async (on = server) => {
  await on.services.articles.refresh();
  return on.services.articles.find(null, String(number), 'ru')?.article ?? null;
};

describe('two who write at once', () => {
  it('are told: the second save is refused and carries who saved, when and what', async () => {
    expect(await save(boris, 1, 'Так пишет Борис.')).toEqual({ revision: 2, scheduled: false });
    const refused = await save(anna, 1, 'Так пишет Анна.').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'draft_conflict',
      details: {
        draft: {
          revision: 2,
          body: 'Так пишет Борис.',
          editedBy: { name: 'Борис' },
          editedAt: expect.any(String),
        },
      },
    });
    expect((await read()).draft?.body).toBe('Так пишет Борис.');
  });

  it('never both win, whoever comes first', async () => {
    const saves = await Promise.allSettled([
      save(anna, 1, 'Один.'),
      save(boris, 1, 'Другой.'),
      save(anna, 1, 'Третий.'),
    ]);
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read()).draft?.revision).toBe(2);
  });

  it('can both begin a draft of what is published, and only one is kept', async () => {
    await publishDraft(anna, key);
    const begun = await Promise.allSettled([save(anna, 0, 'Один.'), save(boris, 0, 'Другой.')]);
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await read()).draft).toMatchObject({ revision: 1, baseVersion: 1, title: 'Вывод денег' });
  });

  it('lose nothing when an answer was lost and the same is saved again', async () => {
    expect(await save(anna, 1, 'То же.')).toMatchObject({ revision: 2 });
    expect(await save(anna, 1, 'То же.')).toMatchObject({ revision: 2 });
  });

  it('are told when the draft is gone meanwhile', async () => {
    await publishDraft(boris, { ...key, revision: 1 });
    await expect(save(anna, 1, 'Поздно.')).rejects.toMatchObject({
      code: 'draft_conflict',
      details: { draft: null, version: 1 },
    });
  });

  it('publish and discard only what they saw', async () => {
    await save(boris, 1, 'Иначе.');
    await expect(publishDraft(anna, { ...key, revision: 1 })).rejects.toMatchObject({
      code: 'draft_conflict',
    });
    await expect(discardDraft(anna, { ...key, revision: 1 })).rejects.toMatchObject({
      code: 'draft_conflict',
    });
    await discardDraft(anna, { ...key, revision: 2 });
    await expect(read()).rejects.toMatchObject({ code: 'not_found' });
    expect(await save(anna, 0, 'Вернулась.')).toMatchObject({ revision: 1 });
  });
});

describe('publishing', () => {
  it('puts article, version, redirect and history in one transaction before readers on every node', async () => {
    const before = await shown();
    const { version, url } = await publishDraft(anna, { ...key, note: 'Первая редакция' });
    expect([before, version, url]).toEqual([
      null,
      1,
      `/help/ru/article/${number}-vyvod-deneg${number > 2 ? `-${number}` : ''}`,
    ]);
    expect(await shown(other)).toMatchObject({
      body: 'Так.',
      author: 'Анна',
      version: 1,
      posted: '2026-11-23',
    });
    const { published, draft } = await read();
    expect(draft).toBeNull();
    await saveDraft(boris, { ...key, revision: 0, text: { slug: `novyy-adres-${number}`, body: 'Иначе.' } });
    expect(await publishDraft(boris, key)).toMatchObject({ version: 2 });
    const { results } = await listVersions(anna, { ...key, limit: 10 });
    expect(results).toMatchObject([
      { version: 2, publishedBy: { name: 'Борис' } },
      { version: 1, publishedBy: { name: 'Анна' }, note: 'Первая редакция' },
    ]);
    const found = await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        select (select number from redirects where path = ${`/help/ru/article/${published?.slug}`}) as led,
          (select count(*)::int from audit_log where object_kind = 'article' and object_id = ${`ru/${number}`}) as told`,
    );
    expect(found[0]).toEqual({ led: number, told: 2 });
  });

  it('is refused where a title, a text or a section is missing, by field, and changes nothing', async () => {
    for (const [field, text] of [
      ['title', { title: ' ' }],
      ['body', { body: ' \n' }],
      ['sectionNumber', { sectionNumber: 4242 }],
      ['sectionNumber', { sectionNumber: null }],
    ] as const) {
      const { number: made } = await createArticle(anna, {
        locale: 'ru',
        title: 'Т',
        body: 'т',
        sectionNumber: 1,
        ...text,
      });
      await expect(publishDraft(anna, { number: made, locale: 'ru' })).rejects.toMatchObject({
        code: 'invalid_input',
        field,
      });
    }
    await saveDraft(anna, { ...key, revision: 1, text: { slug: 'pervaya' } });
    await expect(publishDraft(anna, key)).rejects.toMatchObject({ code: 'already_exists', field: 'slug' });
    expect(await shown()).toBeNull();
  });

  it('does not write over what was imported since the draft was begun, unless that was seen', async () => {
    await publishDraft(anna, key);
    await save(anna, 0, 'Мой текст.');
    await importFiles(server.services, {
      'ru/x.md': `---\nnumber: ${number}\nslug: vyvod-${number}\ntitle: Вывод денег\nsection: Выплаты\n---\nИз файла.`,
    });
    await expect(publishDraft(anna, key)).rejects.toMatchObject({
      code: 'article_changed',
      details: { version: 2 },
    });
    expect(await publishDraft(anna, { ...key, baseVersion: 2 })).toMatchObject({ version: 3 });
    expect((await shown())?.body).toBe('Мой текст.');
  });

  it('can be kept for admins: agents write and ask for a review', async () => {
    await changeSetting(as(server.services, SYSTEM), { key: 'kb.publish', value: 'admins' });
    server.services.clock.now += 2_000;
    await expect(publishDraft(anna, key)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(scheduleDraft(anna, { ...key, at: '2026-12-01T09:00:00Z' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await reviewDraft(anna, { ...key, asked: true });
    expect(await read()).toMatchObject({
      mayPublish: false,
      draft: { state: 'review', review: { by: { name: 'Анна' } } },
    });
    expect((await listManuscripts(admin, { state: 'review', limit: 5 })).results).toMatchObject([{ number }]);
    await scheduleDraft(admin, { ...key, at: '2026-12-01T09:00:00Z' });
    expect(await save(anna, 1, 'Подменить.')).toEqual({ revision: 2, scheduled: false });
    expect((await read()).draft?.schedule).toBeNull();
    await publishDraft(admin, key);
    await expect(unpublishArticle(anna, key)).rejects.toMatchObject({ code: 'forbidden' });
    await changeSetting(as(server.services, SYSTEM), { key: 'kb.publish', value: 'agents' });
    server.services.clock.now += 2_000;
  });

  it('is taken back: readers miss the article, its text is a draft and its versions stay', async () => {
    await publishDraft(anna, key);
    await unpublishArticle(anna, key);
    expect(await shown()).toBeNull();
    expect(await read()).toMatchObject({ published: null, draft: { body: 'Так.', baseVersion: null } });
    expect(await publishDraft(anna, key)).toMatchObject({ version: 2 });
  });
});

describe('at its time', () => {
  const inAnHour = () => new Date(server.services.now() + 60 * MINUTE_MS).toISOString();
  const reach = (minutes: number) => {
    server.services.clock.now += minutes * MINUTE_MS;
    other.services.clock.now = server.services.clock.now;
  };

  it('a draft goes out once, with two servers that look at the same moment and one that slept', async () => {
    await scheduleDraft(anna, { ...key, at: inAnHour(), note: 'К релизу' });
    reach(59);
    expect(await sweepScheduled(server.services)).toBe(0);
    reach(120);
    const late = await serveArticles(clone.appUrl);
    late.services.clock.now = server.services.clock.now;
    const swept = await Promise.all([server, other, late].map(({ services }) => sweepScheduled(services)));
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(1);
    await late.close();
    const { results } = await listVersions(anna, { ...key, limit: 10 });
    expect(results).toMatchObject([{ version: 1, publishedBy: { name: 'Анна' }, note: 'К релизу' }]);
    expect(await shown(other)).toMatchObject({ body: 'Так.' });
  });

  it('nothing goes out when the time was taken back, and an hour that has passed is refused', async () => {
    await scheduleDraft(anna, { ...key, at: inAnHour() });
    await unscheduleDraft(boris, key);
    reach(61);
    expect(await sweepScheduled(server.services)).toBe(0);
    expect(await shown()).toBeNull();
    const at = new Date(server.services.now()).toISOString();
    await expect(scheduleDraft(anna, { ...key, at })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'at',
    });
  });

  it('what cannot go out says why, is not tried for ever, and holds up no other', async () => {
    await scheduleDraft(anna, { ...key, at: inAnHour() });
    await save(anna, 1, '');
    const second = await createArticle(anna, { locale: 'ru', title: 'Вторая', body: 'Т.', sectionNumber: 1 });
    await scheduleDraft(anna, { number: second.number, locale: 'ru', at: inAnHour() });
    reach(61);
    expect(await sweepScheduled(server.services)).toBe(2);
    expect((await read()).draft).toMatchObject({ schedule: null, publishProblem: 'incomplete' });
    expect((await readManuscript(anna, { number: second.number, locale: 'ru' })).published?.version).toBe(1);
    expect(await sweepScheduled(server.services)).toBe(0);
  });
});

describe('versions', () => {
  it('come back as a draft and become a version more when published', async () => {
    await publishDraft(anna, key);
    await save(anna, 0, 'Новее.');
    await publishDraft(anna, key);
    await save(boris, 0, 'Ещё не готово.');
    await expect(restoreVersion(anna, { ...key, version: 1, revision: 0 })).rejects.toMatchObject({
      code: 'draft_conflict',
      details: { draft: { body: 'Ещё не готово.' } },
    });
    await restoreVersion(anna, { ...key, version: 1, revision: 1 });
    expect((await shown())?.body).toBe('Новее.');
    expect(await publishDraft(anna, key)).toMatchObject({ version: 3 });
    expect((await shown())?.body).toBe('Так.');
    expect(await readVersion(anna, { ...key, version: 2 })).toMatchObject({ body: 'Новее.' });
    await expect(readVersion(anna, { ...key, version: 9 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a translation', () => {
  it('begins as a draft in the other language and knows which version it was made from', async () => {
    await publishDraft(anna, key);
    const english = { number, locale: 'en' } as const;
    expect(await readManuscript(anna, english)).toMatchObject({
      published: null,
      draft: null,
      translations: [{ locale: 'ru' }],
    });
    await saveDraft(anna, {
      ...english,
      revision: 0,
      text: { title: 'Withdraw', body: 'So.', translatedFrom: 'ru', translatedVersion: 1 },
    });
    expect((await readManuscript(anna, english)).translations).toMatchObject([
      { locale: 'ru', version: 1, draft: null },
      { locale: 'en', version: null, draft: 'draft', translatedFrom: 'ru', translatedVersion: 1 },
    ]);
    await expect(publishDraft(anna, english)).rejects.toMatchObject({ field: 'sectionNumber' });
  });
});

it('the list pages through all without a repetition, and filters', async () => {
  await publishDraft(anna, key);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listManuscripts(anna, { limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.results.map((row) => `${row.locale} ${row.number}`));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(10);
  const ask = async (query: object) => (await listManuscripts(anna, { limit: 100, ...query })).results;
  expect(await ask({ q: String(number) })).toMatchObject([
    { number, version: 1, section: { title: 'Выплаты' }, draft: null },
  ]);
  expect((await ask({ state: 'draft' })).every(({ draft }) => draft !== null)).toBe(true);
  expect(await ask({ q: '%' })).toEqual([]);
});

it('drafts are out of reach for requesters, in the verbs and in the database', async () => {
  const requester = await makeRequester(server.services);
  await expect(readManuscript(as(server.services, requester), key)).rejects.toMatchObject({
    code: 'forbidden',
  });
  for (const table of ['article_drafts', 'article_versions']) {
    const rows = await server.services.database.inTransaction(
      requester,
      ({ sql }) => sql`select 1 from ${sql(table)}`,
    );
    expect(rows).toHaveLength(0);
  }
});
