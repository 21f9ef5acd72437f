import { describe, expect, it } from 'vitest';
import { describeBrowser } from './describe-browser';
import { collectPage, leaveOut, listParts } from './page-parts';
import { reportTexts } from './texts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36';
const failure = (text: string) => ({ at: '2026-11-27T09:00:00.000Z', text });
const page = collectPage(
  {
    page: { url: 'https://office.example/payouts?id=7&token=abc', title: 'Выплаты' },
    failures: { errors: [failure('TypeError: x')], requests: [] },
  },
  { context: { 'entity.type': 'member', 'entity.id': '1042', appVersion: '26.11' }, route: '/payouts' },
  CHROME,
);

describe('what is sent along', () => {
  it('is the page without secrets, what the host says of it, the browser and what failed', () => {
    expect(page).toEqual({
      url: 'https://office.example/payouts?id=7&token=[…]',
      title: 'Выплаты',
      route: '/payouts',
      context: { 'entity.type': 'member', 'entity.id': '1042', appVersion: '26.11' },
      browser: 'Chrome 148, Windows',
      errors: [failure('TypeError: x')],
    });
  });

  it('is listed in words, an entity as one part, and nothing that is empty', () => {
    expect(listParts(page, reportTexts('ru')).map(({ label, lines }) => [label, ...lines])).toEqual([
      ['Страница', 'Выплаты', 'https://office.example/payouts?id=7&token=[…]'],
      ['Объект', 'member, 1042'],
      ['Версия приложения', '26.11'],
      ['Браузер', 'Chrome 148, Windows'],
      ['Ошибки на странице', 'TypeError: x'],
    ]);
  });

  it.each(listParts(page, reportTexts('en')).map(({ key, lines }) => [key, lines] as const))(
    'goes without %s when that was taken out, and with all the rest',
    (key, lines) => {
      const left = leaveOut(page, [key]);
      for (const line of lines.flatMap((text) => text.split(', ')))
        if (line !== 'Windows') expect(JSON.stringify(left)).not.toContain(line);
      expect(listParts(left, reportTexts('en')).length).toBe(4);
    },
  );

  it('is all there when nothing was taken out', () => {
    expect(leaveOut(page, [])).toEqual(page);
  });
});

describe('a browser', () => {
  it.each([
    [CHROME, 'Chrome 148, Windows'],
    [`${CHROME} Edg/148.0.0.0`, 'Edge 148, Windows'],
    [CHROME.replace('Chrome', 'Chrome/148 YaBrowser/26.9.1 x'), 'Yandex 26.9.1, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox 145, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
      'Safari 19.1, iOS 19.1',
    ],
    ['curl/8', 'curl/8'],
  ])('is named with its system (%#)', (userAgent, name) => {
    expect(describeBrowser(userAgent)).toBe(name);
  });
});
