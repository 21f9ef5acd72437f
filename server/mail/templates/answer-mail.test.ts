import { describe, expect, it } from 'vitest';
import { writeAnswerMail } from './answer-mail';

const answer = {
  author: 'Анна',
  at: '2026-11-23T09:05:00.000Z',
  text: 'Откройте «Кошельки».\nТам <b>всё</b>.',
  files: [{ name: 'инструкция.pdf', size: 348_160 }],
};
const mail = {
  locale: 'ru' as const,
  name: 'Ольга',
  number: 1042,
  subject: 'Вывод денег',
  follows: false,
  answers: [answer],
  ending: null,
  url: 'https://support.example.com/help/ru/requests/1042',
};

describe('the mail about an answer', () => {
  it('says who answered what, when in Moscow, and which files there are', () => {
    const { subject, text } = writeAnswerMail(mail);
    expect(subject).toBe('[#1042] Вывод денег');
    expect(text).toContain('Здравствуйте, Ольга.');
    expect(text).toContain('Анна, 23 ноября в 12:05 МСК');
    expect(text).toContain('Откройте «Кошельки».\nТам <b>всё</b>.');
    expect(text).toContain('- инструкция.pdf (340 кБ)');
  });

  it('tells a follower whose request it is not that they follow it', () => {
    expect(writeAnswerMail(mail).text).toContain('Вам ответили в обращении № 1042');
    const followed = writeAnswerMail({ ...mail, follows: true });
    expect(followed.text).toContain('Новый ответ в обращении № 1042 «Вывод денег», за которым вы следите:');
    expect(writeAnswerMail({ ...mail, follows: true, locale: 'en' }).text).toContain('which you follow:');
  });

  it('leads to the request’s own page, for an answer', () => {
    const { text, html } = writeAnswerMail(mail);
    expect(text).toContain(`откройте обращение: ${mail.url} или окно`);
    expect(html).toContain(`<a href="${mail.url}">${mail.url}</a>`);
  });

  it('shows markup as text', () => {
    const { html } = writeAnswerMail(mail);
    expect(html).toContain('Там &lt;b&gt;всё&lt;/b&gt;.');
    expect(html).not.toContain('<b>');
  });

  it('keeps subject and names on one line', () => {
    const written = writeAnswerMail({ ...mail, subject: 'a\r\nBcc: b', name: 'Ольга\u202e\n' });
    expect(written.subject).toBe('[#1042] a Bcc: b');
    expect(written.text).toContain('Здравствуйте, Ольга.');
  });
});
