import { expect, it } from 'vitest';
import { parseMail } from './parse-mail';

it('reads the outer header, the text and the files of a mail', async () => {
  const mail = await parseMail(
    Buffer.from(
      [
        'From: =?utf-8?B?0JDQvdC90LA=?= <anna@Customer.Example>',
        'To: support@desk.example',
        'Subject: =?utf-8?B?0JfQsNC60LDQtw==?=',
        'Message-ID: <one@customer.example>',
        'References: <a@x.example> <b@x.example>',
        'Date: Fri, 27 Nov 2026 10:00:00 +0300',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'Hello',
        '--b',
        'Content-Type: text/csv; name="a.csv"',
        'Content-Disposition: attachment',
        '',
        '1;2',
        '--b--',
        '',
      ].join('\r\n'),
    ),
  );
  expect(mail).toMatchObject({
    from: [{ name: 'Анна', address: 'anna@customer.example' }],
    subject: 'Заказ',
    messageId: 'one@customer.example',
    references: ['a@x.example', 'b@x.example'],
    date: new Date('2026-11-27T07:00:00Z'),
    text: 'Hello',
    files: [{ name: 'a.csv', type: 'text/csv' }],
  });
});

it('says why a mail without a byte cannot be read', async () => {
  await expect(parseMail(new Uint8Array())).rejects.toMatchObject({ reason: 'empty' });
});
