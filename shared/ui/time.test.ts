import { describe, expect, it } from 'vitest';
import { exactTime, formatBrief, formatDay, formatSpan, formatTime } from './time';

const now = new Date(2026, 10, 23, 15, 0).getTime();
const local = (day: number, hour: number, minute = 0, month = 10, year = 2026) =>
  new Date(year, month, day, hour, minute).toISOString();
/** Intl puts narrow no-break spaces between numbers and units. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formatTime', () => {
  it.each([
    [local(23, 15), 'сейчас', 'now'],
    [local(23, 14, 55), '5 мин назад', '5 min ago'],
    [local(23, 15, 40), 'через 40 мин', 'in 40 min'],
    [local(23, 9, 5), '09:05', '09:05'],
    [local(22, 14, 20), 'вчера в 14:20', 'yesterday at 14:20'],
    [local(24, 10), 'завтра в 10:00', 'tomorrow at 10:00'],
    [local(12, 8, 30), '12 нояб в 08:30', 'Nov 12 at 08:30'],
    [local(1, 8, 30, 0, 2025), '1 янв 2025 г в 08:30', 'Jan 1, 2025 at 08:30'],
  ])('says %s as people do', (at, ru, en) => {
    expect(plain(formatTime(at, now, 'ru'))).toBe(ru);
    expect(plain(formatTime(at, now, 'en'))).toBe(en);
  });

  it('counts calendar days, not spans of 24 hours', () => {
    expect(formatTime(local(22, 23, 59), new Date(2026, 10, 23, 2).getTime(), 'ru')).toBe('вчера в 23:59');
  });
});

it('formatBrief keeps only the day of what is not today', () => {
  const brief = [local(23, 9, 5), local(22, 9), local(12, 9)].map((at) => formatBrief(at, now, 'ru'));
  expect(brief.map(plain)).toEqual(['09:05', 'вчера', '12 нояб']);
});

describe('formatDay', () => {
  it('names near days by word and far ones by date', () => {
    expect(formatDay(local(23, 1), now, 'ru')).toBe('сегодня');
    expect(formatDay(local(22, 1), now, 'ru')).toBe('вчера');
    expect(formatDay(local(12, 1), now, 'ru')).toBe('12 ноября');
  });
});

describe('formatSpan', () => {
  it('gives the largest unit and at least a minute', () => {
    expect(
      [10_000, 40 * 60_000, 7_300_000, 3 * 86_400_000].map((span) => plain(formatSpan(span, 'ru'))),
    ).toEqual(['1 мин', '40 мин', '2 ч', '3 дн']);
  });
});

describe('exactTime', () => {
  it('names the zone', () => {
    expect(exactTime(local(23, 15), 'en')).toMatch(/15:00:00 (UTC|GMT|[A-Z])/);
  });
});
