import type { CheckKind, CheckRow } from '@beseda/shared/protocol/kb-checks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeArticles } from '../contents/change-articles';
import type { Context } from '../context/context';
import { type AgentActor, SYSTEM } from '../db/actor';
import { createArticle } from '../manuscripts/create-article';
import { publishDraft } from '../manuscripts/publish-draft';
import { reviewDraft } from '../manuscripts/review-draft';
import { saveDraft } from '../manuscripts/save-draft';
import { unpublishArticle } from '../manuscripts/unpublish-article';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { listChecks } from './list-checks';
import { markChecked } from './mark-checked';

const NO_FILE = '/help/files/01900000-0000-7000-8000-000000000000/a.png';
let cloned: TestDatabase;
let server: ArticleServer;
let actor: AgentActor;
let anna: Context;
let admin: Context;

const file = (number: number, title: string, updated: string, body: string, more = '') =>
  `---\nnumber: ${number}\ntitle: ${title}\nsection: Выплаты\nupdated: ${updated}\n${more}---\n${body}`;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  actor = await makeAgent(server.services);
  anna = as(server.services, actor);
  admin = as(server.services, { ...(await makeAgent(server.services, 'Админ')), role: 'admin' });
  await server.publish({
    'ru/1.md': file(
      1,
      'Свежая',
      '2026-11-01',
      '# Как\n\nТекст. [сюда](#kak) [туда](article:2#vot) [мимо](#net)',
    ),
    'ru/2.md': file(2, 'Старая', '2025-01-01', '## Вот\n\nТекст.'),
    'ru/3.md': file(3, 'Для сотрудников', '2026-11-02', '[на общую](article:1)', 'visibility: staff\n'),
    'ru/4.md': file(
      4,
      'Со ссылками',
      '2026-11-03',
      `[нет](article:99) [уже](article:3) [якорь](article:2#gde) [путь](/help/ru/article/98-x) ![снимок](${NO_FILE})\n\n\`[код](article:97)\``,
    ),
    'en/1.md': file(1, 'Fresh', '2026-11-01', 'Text.'),
  });
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

const list = async (kind: CheckKind, more: { owner?: string } = {}) => {
  await server.services.articles.refresh();
  return listChecks(anna, { kind, limit: 100, ...more });
};
const numbersOf = (rows: readonly CheckRow[]) => rows.map(({ number }) => number);
const problemsOf = async (number: number) =>
  (await list('links')).results.find((row) => row.number === number)?.problems ?? [];

describe('articles that are to be checked', () => {
  it('are those past their date, and without a date those that nobody has changed for long', async () => {
    expect((await list('stale')).results).toMatchObject([{ number: 2, locale: 'ru', checkBy: null }]);
    await changeArticles(anna, [{ numbers: [1], checkBy: '2026-11-22', owner: actor.agentId }]);
    expect(numbersOf((await list('stale')).results)).toEqual([2, 1]);
    await changeArticles(anna, [{ numbers: [1], checkBy: '2026-11-23' }]);
    expect(numbersOf((await list('stale')).results)).toEqual([2]);
    await changeSetting(admin, { key: 'kb.stale_days', value: '0' });
    server.services.clock.now += 60_000;
    expect((await list('stale')).counts.stale).toBe(0);
    await changeSetting(admin, { key: 'kb.stale_days', value: '365' });
    server.services.clock.now += 60_000;
    expect((await list('stale')).counts.stale).toBe(1);
  });

  it('wait again in half a year, or at the date that is given, and the history tells who looked', async () => {
    expect(await markChecked(anna, { number: 2 })).toEqual({ checkBy: '2027-05-23' });
    expect((await list('stale')).results).toEqual([]);
    expect(await markChecked(anna, { number: 2, checkBy: '2026-12-01' })).toEqual({ checkBy: '2026-12-01' });
    const rows = await server.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql<{ agent: string; changes: object }[]>`
        select agent_id as agent, changes from audit_log where object_kind = 'article' and object_id = '2' order by id`,
    );
    expect(rows).toEqual([
      { agent: actor.agentId, changes: { checkBy: { from: null, to: '2027-05-23' } } },
      { agent: actor.agentId, changes: { checkBy: { from: '2027-05-23', to: '2026-12-01' } } },
    ]);
  });

  it('are not put off to today, and only where they are, by agents', async () => {
    const refused = (ctx: Context, number: number, checkBy?: string) =>
      expect(markChecked(ctx, { number, ...(checkBy && { checkBy }) })).rejects;
    await refused(anna, 2, '2026-11-23').toMatchObject({ code: 'invalid_input', field: 'checkBy' });
    await refused(anna, 999).toMatchObject({ code: 'not_found' });
    const olga = as(server.services, await makeRequester(server.services));
    await refused(olga, 2).toMatchObject({ code: 'forbidden' });
    await expect(listChecks(olga, { kind: 'links', limit: 1 })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('links are reported that lead nowhere, to fewer readers or past their heading, and files that are not there', async () => {
  expect(await problemsOf(1)).toEqual([{ kind: 'anchor', address: '#net' }]);
  expect(await problemsOf(3)).toEqual([]);
  expect(await problemsOf(4)).toEqual([
    { kind: 'missing', address: 'article:99' },
    { kind: 'narrower', address: 'article:3' },
    { kind: 'anchor', address: 'article:2#gde' },
    { kind: 'missing', address: '/help/ru/article/98-x' },
    { kind: 'file', address: NO_FILE },
  ]);
  await unpublishArticle(anna, { number: 3, locale: 'ru' });
  expect(await problemsOf(4)).toContainEqual({ kind: 'unpublished', address: 'article:3' });
});

it('pictures are reported that no text describes, or that come from another site', async () => {
  const own = server.services.environment.publicUrl;
  await server.publish({
    'ru/5.md': file(
      5,
      'С картинками',
      '2026-11-03',
      `![Снимок](${own}/help/files/x.png) ![](/help/files/y.png)\n\n![Чужой](https://other.example/a.png) ![ ](https://other.example/b.png)`,
    ),
  });
  expect((await list('pictures')).results.find(({ number }) => number === 5)?.problems).toEqual([
    { kind: 'undescribed', address: '/help/files/y.png' },
    { kind: 'undescribed', address: 'https://other.example/b.png' },
    { kind: 'remote', address: 'https://other.example/a.png' },
    { kind: 'remote', address: 'https://other.example/b.png' },
  ]);
  expect((await list('pictures')).counts.pictures).toBe(1);
  await unpublishArticle(anna, { number: 5, locale: 'ru' });
  expect((await list('pictures')).results).toEqual([]);
});

it('translations are reported that are missing, or whose original has changed since', async () => {
  expect((await list('untranslated')).results).toMatchObject([
    { number: 2, locale: 'en', title: 'Старая' },
    { number: 4, locale: 'en' },
  ]);
  await saveDraft(anna, {
    number: 2,
    locale: 'en',
    revision: 0,
    text: { title: 'Old', body: 'Text.', sectionNumber: 1, translatedFrom: 'ru', translatedVersion: 1 },
  });
  await publishDraft(anna, { number: 2, locale: 'en' });
  expect(numbersOf((await list('untranslated')).results)).toEqual([4]);
  expect((await list('behind')).results).toEqual([]);
  await saveDraft(anna, { number: 2, locale: 'ru', revision: 0, text: { body: 'Иначе.' } });
  await publishDraft(anna, { number: 2, locale: 'ru' });
  expect((await list('behind')).results).toMatchObject([{ number: 2, locale: 'en', title: 'Old' }]);
});

it('drafts wait for a review from when it was asked for', async () => {
  const { number } = await createArticle(anna, { locale: 'ru', title: 'Черновик', body: 'Так.' });
  expect((await list('review')).results).toEqual([]);
  await reviewDraft(anna, { number, locale: 'ru', asked: true });
  expect((await list('review')).results).toMatchObject([
    { number, locale: 'ru', title: 'Черновик', since: new Date(server.services.now()).toISOString() },
  ]);
});

it('are listed for one owner alone, and page by page without a gap', async () => {
  expect((await list('links', { owner: actor.agentId })).results).toMatchObject([
    { number: 1, owner: { id: actor.agentId } },
  ]);
  expect((await list('links', { owner: actor.agentId })).counts).toMatchObject({ links: 1, untranslated: 0 });
  const whole = (await list('links')).results;
  const first = await listChecks(anna, { kind: 'links', limit: 1 });
  const second = await listChecks(anna, { kind: 'links', limit: 100, cursor: first.next ?? '' });
  expect([...first.results, ...second.results]).toEqual(whole);
  expect(second.next).toBeNull();
});
