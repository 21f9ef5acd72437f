import { describe, expect, it } from 'vitest';
import { isShortThanks } from './is-short-thanks';

describe('isShortThanks', () => {
  it.each([
    'спасибо',
    'Спасибо!',
    'СПАСИБО БОЛЬШОЕ!!!',
    'Большое спасибо за помощь.',
    'Спасибо вам огромное 🙏',
    'Спс',
    'Благодарю за оперативность',
    'Добрый день! Всё получилось, спасибо.',
    'Спасибо, всё работает',
    'Ок, понял, спасибо',
    'Понятно, спасибо за разъяснение! Хорошего дня)',
    'Вопрос закрыт, благодарим.',
    'спасибо :)',
    '👍',
    '🙏🏼',
    'Thanks',
    'Thank you so much!',
    'thx, it works now',
    'Perfect, thank you for your help',
    'Got it. Thanks a lot! Have a nice day',
    'ok',
  ])('takes «%s» for thanks', (text) => {
    expect(isShortThanks(text)).toBe(true);
  });

  it.each([
    '',
    '   ',
    '...',
    '😡',
    'Спасибо, но не получилось',
    'Спасибо, не работает',
    'Спасибо, а как быть с остальными?',
    'Спасибо?',
    'Спасибо. Ещё вопрос',
    'Спасибо. Вопрос',
    'Спасибо, пришлите акт',
    'Спасибо, проверю завтра',
    'Спасибо, номер 1042',
    'Спасибо https://example.org',
    'Добрый день!',
    'И вам',
    'Большое',
    'Thanks, but it does not work',
    'Thanks for nothing',
    'No thanks',
    'Thank you, one more thing',
    'ok, what next?',
    'Спасибо! '.repeat(30),
  ])('takes «%s» for more than thanks', (text) => {
    expect(isShortThanks(text)).toBe(false);
  });

  it('knows the names of those who are thanked, and no others', () => {
    expect(isShortThanks('Анна, спасибо большое!', ['Анна Соколова'])).toBe(true);
    expect(isShortThanks('Анна, спасибо большое!')).toBe(false);
    expect(isShortThanks('Спасибо, Фёдор', ['Федор Котов'])).toBe(true);
    expect(isShortThanks('Анна', ['Анна Соколова'])).toBe(false);
  });
});
