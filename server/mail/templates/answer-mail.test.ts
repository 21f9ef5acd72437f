import type { Locale } from '@beseda/shared/domain/words';
import { describe, expect, it } from 'vitest';
import { type AnswerMail, writeAnswerMail } from './answer-mail';
import { shippedTemplate } from './load-templates';

const answer = {
  author: 'Анна',
  at: '2026-11-23T09:05:00.000Z',
  text: 'Откройте «Кошельки».\nТам <b>всё</b>.',
  files: [{ name: 'инструкция.pdf', size: 348_160 }],
};
const mail: AnswerMail = {
  locale: 'ru',
  name: 'Ольга',
  number: 1042,
  subject: 'Вывод денег',
  follows: false,
  answers: [answer],
  news: [],
  question: { at: '2026-11-23T08:00:00.000Z', text: 'Где деньги?\nНе нашла.' },
  takesReplies: true,
  choice: 'https://support.example.com/help/ru/mail/x',
  url: 'https://support.example.com/help/ru/requests/1042#link=x',
};
const write = (over: Partial<AnswerMail> = {}) => {
  const locale: Locale = over.locale ?? 'ru';
  return writeAnswerMail((key) => shippedTemplate(locale, key), { ...mail, ...over });
};

describe('the mail about an answer', () => {
  it('says who answered what, when in Moscow, and which files there are', () => {
    const { subject, text } = write();
    expect(subject).toBe('[#1042] Вывод денег');
    expect(text).toContain('Здравствуйте, Ольга.');
    expect(text).toContain('Анна, 23 ноября в 12:05 МСК');
    expect(text).toContain('Откройте «Кошельки».\nТам <b>всё</b>.');
    expect(text).toContain('- инструкция.pdf (340 кБ)');
  });

  it('tells a follower whose request it is not that they follow it, and quotes nothing of it', () => {
    expect(write().text).toContain('Вам ответили в обращении № 1042');
    const followed = write({ follows: true, question: null });
    expect(followed.text).toContain('Новый ответ в обращении № 1042 «Вывод денег», за которым вы следите:');
    expect(followed.text).not.toContain('Вы писали');
    expect(write({ follows: true, locale: 'en' }).text).toContain('which you follow:');
  });

  it('leads to the request, and ends with what was asked, which mail readers fold', () => {
    const { text, html } = write();
    expect(text).toContain(`Открыть обращение: ${mail.url}`);
    expect(html).toContain(`href="${mail.url}"`);
    expect(text).toContain('Вы писали, 23 ноября в 11:00 МСК:\n> Где деньги?\n> Не нашла.');
    expect(text).toMatch(/\n-- \nЧтобы ответить/);
  });

  it('asks for an answer by mail only where one would reach us', () => {
    expect(write().text).toContain('просто ответьте на это письмо');
    const { text, html } = write({ takesReplies: false });
    expect(text + html).not.toContain('ответьте на это письмо');
    expect(text).toMatch(/\n-- \nДля нового вопроса начните новое обращение\./);
  });

  it('quotes no more of it than shows what it was', () => {
    const long = Array.from({ length: 40 }, (_, n) => `Строка ${n}`).join('\n');
    const quoted = (text: string) => write({ question: { at: answer.at, text } }).text.match(/^> .*$/gm);
    expect(quoted(long)).toHaveLength(7);
    expect(quoted('я'.repeat(5_000))?.[0]).toHaveLength(403);
  });

  it('shows markup as text, in all that people wrote', () => {
    const { html } = write({ name: '<i>Ольга</i>', subject: '<u>x</u>' });
    expect(html).toContain('Там &lt;b&gt;всё&lt;/b&gt;.');
    expect(html).not.toMatch(/<b>|<i>|<u>/);
  });

  it('reads no template in what people wrote', () => {
    const { text } = write({ name: '{link}', subject: '[x](https://evil.example) {answers}' });
    expect(text).toContain('Здравствуйте, {link}.');
    expect(text).toContain('«[x](https://evil.example) {answers}»');
    expect(text).not.toContain('x: https://evil.example');
  });

  it('keeps subject and names on one line', () => {
    const written = write({ subject: 'a\r\nBcc: b', name: 'Ольга\u202e\n' });
    expect(written.subject).toBe('[#1042] a Bcc: b');
    expect(written.text).toContain('Здравствуйте, Ольга.');
  });
});
