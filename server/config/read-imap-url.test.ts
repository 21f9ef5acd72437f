import { expect, it } from 'vitest';
import { readImapUrl } from './read-imap-url';

it('reads several mailboxes with their folders', () => {
  expect(
    readImapUrl(
      'imaps://support%40desk.example:p%40ss@imap.example/Help%20desk?done=Done&failed=Failed imap://a:b@[::1]:1143',
    ),
  ).toEqual([
    {
      host: 'imap.example',
      port: 993,
      secure: true,
      user: 'support@desk.example',
      password: 'p@ss',
      folder: 'Help desk',
      done: 'Done',
      failed: 'Failed',
      takes: 'all',
    },
    {
      host: '::1',
      port: 1143,
      secure: false,
      user: 'a',
      password: 'b',
      folder: 'INBOX',
      done: null,
      failed: null,
      takes: 'unseen',
    },
  ]);
  expect(readImapUrl(undefined)).toEqual([]);
});

it.each([
  'https://a:b@c.example',
  'imaps://c.example',
  'imaps://a:b@c.example?take=all',
  'imaps://a:b@c.example?take=some',
  'imaps://a:b@c.example?doen=Done',
  'imaps://a:%E0%A4%A@c.example',
  'a b',
])('refuses %s by the name of the variable, without the password', (given) => {
  const reading = () => readImapUrl(given.replace(':b@', ':s3cret@'));
  expect(reading).toThrow(expect.objectContaining({ variable: 'IMAP_URL' }));
  expect(reading).not.toThrow(/s3cret/);
});
