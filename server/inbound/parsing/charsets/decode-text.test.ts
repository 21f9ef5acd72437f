import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../testing/encode-text';
import { decodeText } from './decode-text';

const TEXTS: readonly [charset: string, text: string][] = [
  ['koi8-r', 'Здравствуйте! Не могу оформить заказ, программа пишет «ошибка».'.replace(/[«»]/g, '"')],
  ['windows-1251', 'Добрый день. Подскажите, где посмотреть баланс дистрибьютора за ноябрь?'],
  ['ibm866', 'Прошу выслать счет за прошлый месяц. Спасибо.'],
  ['windows-1252', 'Größere Aufträge können wir leider nicht bestätigen, schöne Grüße aus München.'],
  ['windows-1250', 'Dzień dobry, proszę o fakturę za ostatni miesiąc. Dziękuję bardzo, żółta łódź.'],
  ['windows-1253', 'Καλημέρα σας, δεν μπορώ να συνδεθώ στον λογαριασμό μου.'],
  ['gb18030', '您好，我无法登录系统，请帮我检查一下账户的问题，谢谢。'],
  ['big5', '您好，我無法登入系統，請幫我檢查一下帳戶的問題，謝謝。'],
  ['shift_jis', 'こんにちは。システムにログインできません。確認をお願いします。'],
  ['euc-jp', 'こんにちは。システムにログインできません。確認をお願いします。'],
  ['euc-kr', '안녕하세요. 시스템에 로그인할 수 없습니다. 확인 부탁드립니다.'],
];

describe('a text in a charset that nobody states', () => {
  it.each(TEXTS)('is read when it is %s', (charset, text) => {
    expect(decodeText(encodeText(text, charset), null)).toMatchObject({ text, guessed: true });
  });
});

describe('a text under a wrong label', () => {
  it.each([
    ['windows-1251', 'koi8-r'],
    ['koi8-r', 'windows-1251'],
    ['windows-1251', 'utf-8'],
    ['windows-1251', 'iso-8859-1'],
    ['koi8-r', 'us-ascii'],
    ['ibm866', 'windows-1251'],
    ['gb18030', 'iso-8859-1'],
    ['shift_jis', 'utf-8'],
    ['euc-kr', 'us-ascii'],
  ])('is read when it is %s and says %s', (charset, label) => {
    const text = TEXTS.find(([name]) => name === charset)?.[1] ?? '';
    expect(decodeText(encodeText(text, charset), label).text).toBe(text);
  });

  it.each(['koi8-r', 'windows-1251', 'iso-8859-1', 'us-ascii', 'no-such-charset'])(
    'is read as UTF-8 when it is that and says %s',
    (label) => {
      expect(decodeText(Buffer.from('Заказ № 5 — не найден'), label).text).toBe('Заказ № 5 — не найден');
    },
  );
});

it.each(TEXTS)('a right label is believed: %s', (charset, text) => {
  expect(decodeText(encodeText(text, charset), charset)).toMatchObject({ text, guessed: false });
});

it('a few words of the right label are not taken for another charset', () => {
  expect(decodeText(encodeText('Да', 'koi8-r'), 'koi8-r').text).toBe('Да');
  expect(decodeText(encodeText('é', 'windows-1252'), 'iso-8859-1').text).toBe('é');
});

it('few letters without a label follow the charset of the rest of the mail', () => {
  expect(decodeText(encodeText('Счет', 'koi8-r'), null, 'koi8-r').text).toBe('Счет');
  expect(decodeText(encodeText('Счет', 'windows-1251'), null, 'windows-1251').text).toBe('Счет');
});

it('a UTF-8 text with a byte lost on the way stays one', () => {
  const bytes = Buffer.from('Здравствуйте, не могу войти в кабинет');
  expect(decodeText(bytes.subarray(0, bytes.length - 1), 'utf-8').text).toBe(
    'Здравствуйте, не могу войти в кабине\ufffd',
  );
});

it.each([
  ['utf-7', '+BBcEMAQ6BDAENw- 5', 'Заказ 5'],
  ['hz-gb-2312', '~{<:Ky2;PPND~} ok', '己所不行文 ok'],
  ['iso-2022-kr', '\u001b$)C\u000e>H3g\u000f!', '안녕!'],
  ['iso-2022-jp', '\u001b$B$3$s\u001b(B!', 'こん!'],
])('seven bits are read: %s', (label, bytes, text) => {
  expect(decodeText(Buffer.from(bytes, 'latin1'), label).text).toBe(text);
});

it('takes NUL out', () => {
  expect(decodeText(Buffer.from('a\0b'), 'utf-8').text).toBe('ab');
});
