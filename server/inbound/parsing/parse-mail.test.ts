import { describe, expect, it } from 'vitest';
import { encodeText } from '../../testing/encode-text';
import { writeMail, writeParts } from '../../testing/write-mail';
import { parseMail } from './parse-mail';

describe('the header', () => {
  it('is read with its names, ids and date', async () => {
    const mail = await parseMail(
      writeMail({
        From: '=?utf-8?B?0JDQvdC90LA=?= <anna@Customer.Example>',
        Subject: '=?utf-8?B?0JfQsNC60LDQtw==?=',
        References: '<a@x.example>\r\n <b@x.example>',
        Cc: 'Team: one@x.example, two@x.example;, "Last, First" <three@x.example>',
      }),
    );
    expect(mail).toMatchObject({
      from: [{ name: 'Анна', address: 'anna@customer.example' }],
      cc: [
        { name: '', address: 'one@x.example' },
        { name: '', address: 'two@x.example' },
        { name: 'Last, First', address: 'three@x.example' },
      ],
      subject: 'Заказ',
      messageId: 'one@customer.example',
      references: ['a@x.example', 'b@x.example'],
      date: new Date('2026-11-27T07:00:00Z'),
      text: 'Текст письма.',
    });
  });

  it('in koi8-r that nobody states is read as the body is', async () => {
    const text = 'Здравствуйте, не могу войти в личный кабинет.';
    const raw = Buffer.concat([
      encodeText('From: Иван <ivan@customer.example>\r\nSubject: Вход\r\n', 'koi8-r'),
      encodeText(`Content-Type: text/plain\r\n\r\n${text}`, 'koi8-r'),
    ]);
    expect(await parseMail(raw)).toMatchObject({
      from: [{ name: 'Иван' }],
      subject: 'Вход',
      text,
      flaws: ['charset guessed'],
    });
  });

  it('with an encoded word of a wrong label is read', async () => {
    const word = encodeText('Вопрос по заказу', 'windows-1251').toString('base64');
    const mail = await parseMail(writeMail({ Subject: `=?us-ascii?B?${word}?=` }));
    expect(mail.subject).toBe('Вопрос по заказу');
  });

  it('with two From names both, and of other fields the first counts', async () => {
    const mail = await parseMail(
      writeMail({ From: 'a@x.example\r\nFrom: b@x.example', Subject: 'one\r\nSubject: two' }),
    );
    expect(mail.from.map(({ address }) => address)).toEqual(['a@x.example', 'b@x.example']);
    expect(mail.subject).toBe('one');
  });

  it('cannot break out of its line', async () => {
    const mail = await parseMail(writeMail({ Subject: '=?utf-8?Q?Hi=0D=0ABcc:_x@y.example=00?=' }));
    expect(mail.subject).toBe('Hi Bcc: x@y.example');
  });

  it('may be missing', async () => {
    expect(await parseMail(Buffer.from('just a text\r\nof two lines'))).toMatchObject({
      text: 'just a text\nof two lines',
      from: [],
      subject: '',
      messageId: null,
      flaws: ['no header'],
    });
  });
});

describe('a file', () => {
  it.each([
    ['filename="../../etc/passwd"', 'passwd'],
    ['filename="C:\\Users\\me\\a.txt"', 'a.txt'],
    ["filename*=utf-8''%E2%80%AEcod.exe", 'cod.exe'],
    ["filename*0*=utf-8''%D0%A1; filename*1*=%D1%87%D1%91%D1%82; filename*2=.pdf", 'Счёт.pdf'],
    ["filename*=koi8-r''%F3%DE%A3%D4.pdf", 'Счёт.pdf'],
    ['filename="=?koi8-r?B?896j1C5wZGY=?="', 'Счёт.pdf'],
    ['filename="Счёт.pdf"', 'Счёт.pdf'],
    ['filename="a\tb:c|d?.txt"', 'ab_c_d_.txt'],
    ['filename="..."', 'file-1.bin'],
    ['filename="con.txt"', '_con.txt'],
    ['filename=без кавычек.txt', 'без кавычек.txt'],
  ])('stated as %s has a safe name', async (stated, name) => {
    const part = `Content-Type: application/x-thing\nContent-Disposition: attachment; ${stated}\n\nx`;
    const { files } = await parseMail(writeParts('multipart/mixed', ['\nhi', part]));
    expect(files.map((file) => file.name.replace(/^file-1$/, 'file-1.bin'))).toEqual([name]);
  });

  it('that is a mail is kept whole under its subject, and its ids thread nothing', async () => {
    const inner =
      'Content-Type: message/rfc822\n\nSubject: Inner/mail\nMessage-ID: <inner@x>\nIn-Reply-To: <x@y>\n\ntext';
    const mail = await parseMail(writeParts('multipart/mixed', ['\nouter', inner]));
    expect(mail).toMatchObject({ text: 'outer', inReplyTo: [], files: [{ name: 'Inner mail.eml' }] });
    expect(Buffer.from(mail.files[0]?.bytes ?? []).toString()).toContain('In-Reply-To: <x@y>');
  });

  it('that the HTML shows is inline, its id and the image made alike', async () => {
    const html =
      'Content-Type: text/html\n\n<p>Look <img src="cid:a@b"></p><img src="https://spy.example/x.gif">';
    const image =
      'Content-Type: image/png\nContent-ID: <a@b>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=';
    const mail = await parseMail(writeParts('multipart/related', [html, image]));
    expect(mail.files).toMatchObject([{ contentId: 'a@b', inline: true, type: 'image/png' }]);
    expect(mail.html).toContain('src="cid:a@b"');
    expect(mail.html).toContain('data-src="https://spy.example/x.gif"');
    expect(mail.html).not.toContain(' src="https');
  });

  it('in uuencode within the text is taken out of it', async () => {
    const mail = await parseMail(writeMail({}, 'See:\nbegin 644 a.txt\n%:&5L;&\\\n`\nend\nBye'));
    expect(mail.text).toBe('See:\n\nBye');
    expect(mail.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a.txt', 'hello'],
    ]);
  });
});

it('an invitation is told in the text and kept as a file', async () => {
  const calendar =
    'Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Созвон\\, итоги\nDTSTART;TZID=Europe/Moscow:20261201T100000\nDTEND;TZID=Europe/Moscow:20261201T110000\nLOCATION:Переговорная\nEND:VEVENT\nEND:VCALENDAR';
  const mail = await parseMail(
    writeParts('multipart/alternative', ['Content-Type: text/plain\n\nПриходите', calendar]),
  );
  expect(mail.text).toBe('Приходите\n\nСозвон, итоги\n2026-12-01 10:00–11:00 (Europe/Moscow)\nПереговорная');
  expect(mail.files).toMatchObject([{ type: 'text/calendar', name: 'file-1.ics' }]);
});

it('HTML becomes text with its paragraphs, lists and links', async () => {
  const html =
    '<style>p{}</style><h1>Заказ</h1><p>Первый<br>второй</p><ul><li>раз<li>два<ol><li>внутри</ol></ul><p><a href="https://x.example/a">сюда</a> и <a href="https://x.example">x.example</a></p><table><tr><td>a<td>b</table><script>alert(1)</script>';
  const mail = await parseMail(writeMail({ 'Content-Type': 'text/html; charset=utf-8' }, html));
  expect(mail.text).toBe(
    'Заказ\n\nПервый\nвторой\n\n• раз\n• два\n\n  1. внутри\n\nсюда (https://x.example/a) и x.example\n\na\tb',
  );
  expect(mail.html).not.toMatch(/script|style>/);
});

it.each([
  '<img src=x onerror=alert(1)>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<svg><script>alert(1)</script></svg>',
  '<div style="background:url(https://spy.example)">x</div>',
  '<base href="https://evil.example/"><form action=x><input name=a>y</form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<img src="cid:x&quot; onerror=&quot;alert(1)">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>z',
  '<link rel=stylesheet href=https://spy.example><meta http-equiv=refresh content="0;url=https://spy.example">y',
])('nothing runs or loads in %s', async (html) => {
  const mail = await parseMail(writeMail({ 'Content-Type': 'text/html' }, `<p>text</p>${html}`));
  expect(mail.html).toContain('<p>text</p>');
  expect(mail.html).not.toMatch(
    /<script|<style|<base|<form|<input|<iframe|<link|<meta|<svg|\son\w+=|javascript:|url\(|spy\.example/i,
  );
});

it.each([
  ['nothing', ''],
  ['blanks', ' \r\n\r\n'],
])('of %s nothing can be read', async (_, raw) => {
  await expect(parseMail(Buffer.from(raw))).rejects.toMatchObject({ reason: 'empty' });
});
