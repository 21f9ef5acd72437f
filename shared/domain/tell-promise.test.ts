import { describe, expect, it } from 'vitest';
import type { PromiseEvent, ShownPromise } from './event';
import { type Reader, tellOutlook, tellPromise, tellPromiseChange } from './tell-promise';

const at = (time: string) => new Date(`2026-11-${time}:00+03:00`).toISOString();
const reader = (now: string, more: Partial<Reader> = {}): Reader => ({
  locale: 'ru',
  zone: 'Europe/Moscow',
  supportZone: 'Europe/Moscow',
  now: Date.parse(at(now)),
  ...more,
});
const almaty = { zone: 'Asia/Almaty' };
const running: ShownPromise = {
  kind: 'first_reaction',
  state: 'running',
  dueAt: at('27T10:00'),
  reason: null,
  metAt: null,
};

describe('before asking', () => {
  const shut = { open: false, opensAt: at('27T08:00'), dueAt: at('27T10:00'), tz: 'Europe/Moscow' };

  it('says what time it is and when the answer will come', () => {
    expect(tellOutlook(shut, reader('26T21:10'))).toBe('Сейчас 21:10 МСК, мы ответим завтра до 10:00 МСК');
    expect(tellOutlook(shut, reader('26T21:10', { locale: 'en' }))).toBe(
      'It is 21:10 MSK now, we will answer tomorrow by 10:00 MSK',
    );
  });

  it('says so by the reader’s own clock, with Moscow’s beside it', () => {
    expect(tellOutlook(shut, reader('26T21:10', almaty))).toBe(
      'Сейчас 21:10 МСК, мы ответим завтра до 12:00 (10:00 МСК)',
    );
    expect(tellOutlook(shut, reader('26T23:10', almaty))).toContain('сегодня до 12:00');
  });

  it('leaves out the hour of the clock while it is open', () => {
    const open = { open: true, opensAt: null, dueAt: at('26T16:05'), tz: 'Europe/Moscow' };
    expect(tellOutlook(open, reader('26T14:05'))).toBe('Ответим сегодня до 16:05 МСК');
  });

  it('names the day of the week, and further away the date', () => {
    const later = (dueAt: string) =>
      tellOutlook({ open: true, opensAt: null, dueAt, tz: '' }, reader('26T14:05'));
    expect(later(at('28T10:00'))).toBe('Ответим в субботу до 10:00 МСК');
    expect(later(at('30T10:00'))).toBe('Ответим в понедельник до 10:00 МСК');
    expect(later('2026-12-08T07:00:00.000Z')).toBe('Ответим 8 декабря до 10:00 МСК');
  });
});

describe('a ticket’s promise', () => {
  it.each<[string, Partial<ShownPromise>, string]>([
    ['runs', {}, 'Ответим завтра до 10:00 МСК'],
    ['is of a solution', { kind: 'resolution' }, 'Решим завтра до 10:00 МСК'],
    [
      'stands still',
      { state: 'paused', dueAt: null, reason: 'pending' },
      'Ждём вашего ответа: срок пока не идёт',
    ],
    ['rests', { state: 'paused', dueAt: null, reason: 'solved' }, ''],
    ['was kept', { state: 'met', metAt: at('26T20:00') }, ''],
    [
      'was kept too late',
      { state: 'met', dueAt: at('26T10:00'), metAt: at('26T10:25') },
      'Обещали ответить сегодня до 10:00 МСК, ответили сегодня в 10:25 МСК. Извините за ожидание.',
    ],
    [
      'is missed',
      { state: 'missed', dueAt: at('26T10:00') },
      'Обещали ответить сегодня до 10:00 МСК и не успели. Специалисты предупреждены, ответим как можно скорее.',
    ],
    [
      'has passed, though nobody has said so yet',
      { dueAt: at('26T20:59') },
      'Обещали ответить сегодня до 20:59 МСК и не успели. Специалисты предупреждены, ответим как можно скорее.',
    ],
  ])('that %s', (_, changes, text) => {
    expect(tellPromise({ ...running, ...changes }, reader('26T21:00'))).toBe(text);
  });

  it('says nothing where none is given', () => {
    expect(tellPromise(null, reader('26T21:00'))).toBe('');
  });
});

describe('a change', () => {
  const moved = (changes: Partial<PromiseEvent>): PromiseEvent => ({
    kind: 'promise',
    seq: 2,
    prev: 1,
    at: at('26T21:00'),
    author: { kind: 'system', name: '' },
    clock: 'first_reaction',
    from: at('27T08:30'),
    to: at('27T10:00'),
    reason: 'plan',
    promise: running,
    ...changes,
  });

  it('says the new time and why', () => {
    const tell = (changes: Partial<PromiseEvent>) => tellPromiseChange(moved(changes), reader('26T21:00'));
    expect(tell({})).toBe('Новый срок: завтра до 10:00 МСК (изменился ваш тариф)');
    expect(tell({ reason: 'reviewed' })).toBe('Новый срок: завтра до 10:00 МСК');
    expect(tell({ promise: null })).toBe('Срок больше не обещан (изменился ваш тариф)');
    expect(tell({ reason: 'missed', promise: { ...running, state: 'missed' } })).toContain('не успели');
  });

  it('says nothing where the requester was promised the same', () => {
    const { promise: _, ...rest } = moved({});
    expect(tellPromiseChange(rest, reader('26T21:00'))).toBe('');
  });
});
