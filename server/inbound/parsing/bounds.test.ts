import { expect, it } from 'vitest';
import { writeMail, writeParts } from '../../testing/write-mail';
import { MAX_BYTES, MAX_FILES } from './bounds';
import { parseMail } from './parse-mail';

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const MANY = 200_000;

/** Each of these took a time that grew with its square somewhere; each must be read within the test's own limit. */
it.each([
  [
    '10,000 parts',
    writeParts(
      'multipart/mixed',
      Array.from({ length: 10_000 }, (_, at) => `\npart ${at}`),
    ),
  ],
  [
    '100,000 parts without an end',
    Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}`),
  ],
  [
    'multiparts in multiparts',
    Buffer.from(
      Array.from(
        { length: 5_000 },
        (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
      ).join(''),
    ),
  ],
  [
    'escape sequences',
    writeMail({ 'Content-Type': 'text/plain; charset=iso-2022-jp' }, '\u001b$B\u001b(B'.repeat(MANY)),
  ],
  ['deep HTML', writeMail(html, '<div>'.repeat(MANY))],
  ['deep quotes', writeMail(html, '<blockquote><b>x</b>'.repeat(50_000))],
  ['cells', writeMail(html, `<table><tr>${'<td>x'.repeat(150_000)}`)],
  ['links', writeMail(html, '<a href="http://x.example/1">y</a>'.repeat(30_000))],
  ['tags that never close', writeMail(html, '<a href="'.repeat(100_000))],
  ['angle brackets', writeMail(html, '<'.repeat(MANY))],
  ['long header', writeMail({ Subject: '=?utf-8?B?0J8=?= '.repeat(50_000) })],
  [
    'header lines',
    writeMail({ 'X-A': Array.from({ length: 50_000 }, (_, at) => `v\r\nX-${at}: v`).join('') }),
  ],
  ['folded header', writeMail({ 'X-A': 'v\r\n '.repeat(100_000) })],
  ['addresses', writeMail({ Cc: Array.from({ length: 20_000 }, (_, at) => `u${at}@x.example`).join(', ') })],
  ['open groups', writeMail({ To: 'a:'.repeat(20_000) })],
  ['quote marks', writeMail({}, `${'>'.repeat(MANY)}\n${'> '.repeat(MANY)}`)],
  ['attributions', writeMail({}, 'On Mon, 1 Jan 2026 at 10:00 someone said\n'.repeat(20_000))],
  ['labels', writeMail({}, 'From: a@b.example\nTo: x\n\n\n'.repeat(20_000))],
  ['signature delimiters', writeMail({}, '--\n'.repeat(100_000))],
  ['parameters', writeMail({ 'Content-Type': `text/plain${'; a=b'.repeat(50_000)}` })],
  ['comments', writeMail({ 'Content-Type': `text/plain ${'('.repeat(60_000)}` })],
  ['uuencode', writeMail({}, 'begin 644 a\n'.repeat(50_000))],
])('a mail of many %s is read', async (_, raw) => {
  const mail = await parseMail(raw);
  expect(mail.headers.length).toBeLessThanOrEqual(1_000);
  expect(mail.files.length).toBeLessThanOrEqual(MAX_FILES);
  expect(mail.text.length + mail.folded.length).toBeLessThan(1_100_000);
});

it('says what was cut', async () => {
  const mail = await parseMail(
    writeParts(
      'multipart/mixed',
      Array.from({ length: 2_000 }, () => '\nx'),
    ),
  );
  expect(mail.flaws).toContain('too many parts');
});

it('refuses a mail beyond every size', async () => {
  await expect(parseMail(Buffer.alloc(MAX_BYTES + 1, 'a'))).rejects.toMatchObject({ reason: 'too_large' });
});
