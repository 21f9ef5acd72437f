import { LOCALES } from '@beseda/shared/domain/words';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from './fill-template';
import { shippedTemplate } from './load-templates';
import { checkTemplate, TEMPLATE_KEYS } from './template-rules';

describe('the text of a mail', () => {
  it.each(LOCALES.flatMap((locale) => TEMPLATE_KEYS.map((key) => [locale, key] as const)))(
    'as shipped can be used: %s %s',
    (locale, key) => {
      expect(checkTemplate(key, shippedTemplate(locale, key))).toEqual([]);
    },
  );

  it.each([
    ['sign_in', 'Вход', 'Привет, {name}.', { code: 'missing_variable', what: 'link' }],
    ['sign_in', 'Вход', '[Войти]({link}) {password}', { code: 'unknown_variable', what: 'password' }],
    ['sign_in', ' ', '[Войти]({link})', { code: 'subject', what: '' }],
    ['news', '{subject}', '{news}\n\n[x]({link})', { code: 'subject', what: '[#{number}]' }],
    ['news', '[#{number}] {x}', '{news}\n\n[x]({link})', { code: 'unknown_variable', what: 'x' }],
    ['news', '[#{number}]', 'Новости: {news}\n\n[x]({link})', { code: 'own_paragraph', what: 'news' }],
  ] as const)('is refused with what is wrong: %s «%s» «%s»', (key, subject, body, problem) => {
    expect(checkTemplate(key, { subject, body })).toEqual([problem]);
  });
});

describe('a paragraph', () => {
  const values = { name: 'Ольга', promise: '', link: 'https://x.example/', bad: 'javascript:alert(1)' };

  it('is left out when a value that it needs is missing', () => {
    expect(fillTemplate('{promise}\n\nОтветим: {promise}\n\nЗдравствуйте, {name}', values)).toEqual([
      { kind: 'paragraph', text: 'Здравствуйте, Ольга' },
    ]);
  });

  it('of links is buttons; what leads to no page is none', () => {
    expect(fillTemplate('[Да]({link}) [Нет]({bad}) [Другое]({promise})', values)).toEqual([
      { kind: 'links', links: [{ label: 'Да', url: 'https://x.example/' }] },
    ]);
  });
});
