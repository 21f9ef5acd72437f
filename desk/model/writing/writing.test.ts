import type { Http } from '@beseda/shared/client/http';
import { createManualClock } from '@beseda/shared/client/testing/manual-clock';
import type { DraftText, Manuscript } from '@beseda/shared/protocol/kb';
import type { Ack } from '@beseda/shared/protocol/socket';
import { expect, it } from 'vitest';
import { openLocalCopy } from './local-copy';
import { startWriting } from './writing';

const DRAFT: DraftText = {
  title: 'Выплаты',
  slug: null,
  sectionNumber: 1,
  keywords: [],
  routes: [],
  visibility: 'public',
  plans: [],
  roles: [],
  author: 'Анна',
  body: 'Текст',
  translatedFrom: null,
  translatedVersion: null,
  state: 'draft',
  revision: 3,
  baseVersion: null,
  review: null,
  schedule: null,
  publishProblem: null,
  source: null,
  editedBy: null,
  editedAt: '2026-11-27T09:00:00Z',
};
const manuscript = (draft: DraftText | null): Manuscript => ({
  number: 7,
  locale: 'ru',
  published: null,
  draft,
  translations: [],
  place: { owner: null, checkBy: null },
  mayPublish: true,
});

function begin({ draft = DRAFT, items = new Map<string, string>() } = {}) {
  const clock = createManualClock();
  const answers: (Ack<unknown> | Promise<Ack<unknown>>)[] = [];
  const sent: { revision: number; body: string }[] = [];
  const http = (async (_method: string, _path: string, body: unknown) => {
    sent.push(body as { revision: number; body: string });
    return answers.shift() ?? { ok: true, data: { revision: (body as { revision: number }).revision + 1 } };
  }) as Http;
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  const copies = openLocalCopy(storage, { agentId: 'a', number: 7, locale: 'ru' });
  const writing = startWriting({ http, manuscript: manuscript(draft), author: 'Анна', copies, clock });
  return { clock, answers, sent, items, writing };
}

it('sends what was typed once it is quiet, and forgets the copy when it is stored', async () => {
  const { writing, clock, sent, items } = begin();
  writing.change({ body: 'Текст и' });
  writing.change({ body: 'Текст и ещё' });
  expect(items.size).toBe(1);
  await clock.advance(1000);
  expect(sent).toMatchObject([{ revision: 3, body: 'Текст и ещё' }]);
  expect(writing.state.get()).toMatchObject({ saving: 'saved', revision: 4 });
  expect(items.size).toBe(0);
});

it('keeps what is typed while a save is on its way, and sends it after', async () => {
  const { writing, clock, sent, answers } = begin();
  let answer = (_ack: Ack<unknown>) => {};
  answers.push(new Promise((resolve) => (answer = resolve)));
  writing.change({ body: 'раз' });
  await clock.advance(1000);
  writing.change({ body: 'раз два' });
  answer({ ok: true, data: { revision: 4 } });
  await clock.advance(1000);
  expect(sent).toMatchObject([
    { revision: 3, body: 'раз' },
    { revision: 4, body: 'раз два' },
  ]);
  expect(writing.state.get().saving).toBe('saved');
});

it('tries again when nobody answers; a reload in between goes on with what was typed', async () => {
  const { writing, clock, answers, items } = begin();
  answers.push({ ok: false, code: 'unavailable' });
  writing.change({ body: 'без связи' });
  await clock.advance(1000);
  expect(writing.state.get().saving).toBe('offline');
  const again = begin({ items: new Map(items) });
  expect(again.writing.state.get()).toMatchObject({
    saving: 'unsaved',
    resumed: true,
    fields: { body: 'без связи' },
  });
  await again.clock.advance(1000);
  expect(again.sent).toMatchObject([{ revision: 3, body: 'без связи' }]);
  await clock.advance(5000);
  expect(writing.state.get().saving).toBe('saved');
});

it('asks about a conflict, sends nothing meanwhile, and throws neither text away', async () => {
  const { writing, clock, answers, sent } = begin();
  const theirs = { draft: { ...DRAFT, revision: 9, body: 'чужое' }, version: null };
  answers.push({ ok: false, code: 'draft_conflict', details: { ...theirs } });
  writing.change({ body: 'моё' });
  await clock.advance(1000);
  expect(writing.state.get()).toMatchObject({ saving: 'conflict', theirs });
  writing.change({ body: 'моё и ещё' });
  await clock.advance(10_000);
  expect(sent).toHaveLength(1);
  writing.settle({ ...writing.state.get().fields, body: 'чужое' });
  expect(writing.state.get()).toMatchObject({ fields: { body: 'чужое' }, kept: { body: 'моё и ещё' } });
  await clock.advance(1000);
  writing.takeBack();
  await clock.advance(1000);
  expect(sent.slice(1)).toMatchObject([
    { revision: 9, body: 'чужое' },
    { revision: 10, body: 'моё и ещё' },
  ]);
});

it('finds the conflict at the next visit too: the copy stands upon another revision', async () => {
  const first = begin();
  first.answers.push({ ok: false, code: 'unavailable' });
  first.writing.change({ body: 'моё' });
  await first.clock.advance(1000);
  const again = begin({ items: first.items, draft: { ...DRAFT, revision: 4, body: 'чужое' } });
  expect(again.writing.state.get()).toMatchObject({
    saving: 'conflict',
    fields: { body: 'моё' },
    theirs: { draft: { body: 'чужое' } },
  });
});

it('says what the server does not take, and sends again when it is changed', async () => {
  const { writing, clock, answers } = begin();
  answers.push({ ok: false, code: 'invalid_input', field: 'slug' });
  writing.change({ slug: 'a b' });
  await clock.advance(1000);
  expect(writing.state.get()).toMatchObject({
    saving: 'refused',
    problem: { code: 'invalid_input', field: 'slug' },
  });
  writing.change({ slug: 'a-b' });
  await clock.advance(1000);
  expect(writing.state.get()).toMatchObject({ saving: 'saved', problem: null });
});
