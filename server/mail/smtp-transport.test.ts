import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneLine } from './one-line';
import { headerOf, openTestReceiver, type TestReceiver } from './open-test-receiver';
import type { MailTransport, OutgoingMail } from './outgoing-mail';
import { readReturnAddress, returnAddress } from './return-path';
import { createSmtpTransport } from './smtp-transport';

const MAIL: OutgoingMail = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  createdAt: '2026-11-23T09:00:00.000Z',
  messageId: 'one@desk.example',
  references: ['root@desk.example'],
  from: { name: 'Служба поддержки', address: 'support@desk.example' },
  returnPath: returnAddress('5f6d0bb7-6e5d-4ff3-9a53-b6f1d6ad3b0e', 'desk.example'),
  to: { name: 'Ольга', address: 'olga@vita.example' },
  subject: '[#1042] Как вывести деньги',
  text: 'Здравствуйте.\n',
  html: '<p>Здравствуйте.</p>\n',
};

let receiver: TestReceiver;
let transport: MailTransport;
beforeEach(async () => {
  receiver = await openTestReceiver();
  transport = createSmtpTransport(receiver.url);
});
afterEach(async () => {
  transport.close();
  await receiver.close();
});

const receive = async (mail: OutgoingMail) => {
  await transport.send(mail);
  return receiver.mails.at(-1);
};

describe('a mail on its way', () => {
  it('has a return path of its own, that leads back to it', async () => {
    const mail = await receive(MAIL);
    expect(mail?.from).toBe('bounce+5f6d0bb76e5d4ff39a53b6f1d6ad3b0e@desk.example');
    expect(readReturnAddress(mail?.from ?? '')).toBe('5f6d0bb7-6e5d-4ff3-9a53-b6f1d6ad3b0e');
    expect(readReturnAddress('bounce+5f6d@desk.example')).toBeNull();
    expect(readReturnAddress('support+5f6d0bb76e5d4ff39a53b6f1d6ad3b0e@desk.example')).toBeNull();
  });

  it('may have none', async () => {
    expect((await receive({ ...MAIL, returnPath: '' }))?.from).toBe('');
  });

  it('is not sent in the open where TLS is required', async () => {
    transport.close();
    transport = createSmtpTransport(`${receiver.url}?requireTLS=true`);
    await expect(transport.send(MAIL)).rejects.toMatchObject({ isPermanent: false });
    expect(receiver.mails).toEqual([]);
  });
});

describe('a signed mail', () => {
  it('bears a signature over its sender, subject and body that the key in DNS confirms', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    transport.close();
    transport = createSmtpTransport(receiver.url, {
      dkim: { selector: 'beseda', key, domain: 'desk.example' },
    });
    const mail = await receive(MAIL);
    const tags = readTags(headerOf(mail, 'DKIM-Signature') ?? '');
    expect(tags).toMatchObject({ d: 'desk.example', s: 'beseda', a: 'rsa-sha256', c: 'relaxed/relaxed' });
    expect(tags['h']?.toLowerCase().split(':')).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'date', 'references']),
    );
    const [, body] = splitMail(mail?.raw ?? '');
    expect(tags['bh']).toBe(createHash('sha256').update(relaxBody(body)).digest('base64'));
    const verify = createVerify('sha256').update(signedHead(mail?.raw ?? '', tags));
    expect(verify.verify(publicKey, tags['b'] ?? '', 'base64')).toBe(true);
  });
});

describe('what people wrote of themselves', () => {
  const hostile = {
    CRLF: 'Olga\r\nBcc: x@evil.example\r\n\r\nbody',
    LF: 'Olga\nBcc: x@evil.example',
    NUL: 'Ol\0ga\0\r\nBcc: x@evil.example',
    bidi: 'Olga \u202egro.live@x\u202c\u2066\u061c',
    'a line separator': 'Olga\u2028Bcc: x@evil.example',
    'half an emoji': 'Olga \ud83d',
    'quotes and brackets': 'Olga" <x@evil.example>, "',
    'a very long name': 'Очень длинное имя '.repeat(2_000),
  };

  it.each(Object.entries(hostile))('stays in its header and in one line: %s', async (_, given) => {
    const text = oneLine(given);
    const mail = await receive({
      ...MAIL,
      subject: `[#1] ${text}`,
      to: { ...MAIL.to, name: text },
      from: { ...MAIL.from, name: text },
    });
    expect(mail?.to).toEqual(['olga@vita.example']);
    expect(namesOf(mail?.raw ?? '')).not.toContain('bcc');
    expect(mail?.headers).not.toMatch(/[\0\u202e\u2066]/);
    expect(headerOf(mail, 'To')).toMatch(/olga@vita\.example>?$/);
    expect(headerOf(mail, 'From')).toMatch(/support@desk\.example>?$/);
    expect(Math.max(...(mail?.raw ?? '').split('\r\n').map((line) => line.length))).toBeLessThan(998);
    expect(splitMail(mail?.raw ?? '')[1]).not.toContain('Bcc:');
  });
});

function splitMail(raw: string): [string, string] {
  const end = raw.indexOf('\r\n\r\n');
  return [raw.slice(0, end), raw.slice(end + 4)];
}

function namesOf(raw: string): string[] {
  return splitMail(raw)[0]
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
}

/** A header of tags, without the folding in their values. */
function readTags(header: string): Record<string, string> {
  const parts = header.split(';').map((part) => /^\s*([a-z]+)=(.*)$/s.exec(part));
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? '', (part?.[2] ?? '').replace(/\s/g, '')]));
}

/** RFC 6376, 3.4.4. */
function relaxBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`;
}

/** RFC 6376, 3.7: the signed headers, from the last of each name on, and the signature itself without its value. */
function signedHead(raw: string, tags: Record<string, string>): string {
  const lines = splitMail(raw)[0]
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
  const relaxed = lines.map((line) => {
    const at = line.indexOf(':');
    return `${line.slice(0, at).toLowerCase().trim()}:${line
      .slice(at + 1)
      .replace(/[ \t]+/g, ' ')
      .trim()}`;
  });
  const take = (name: string) => {
    const at = relaxed.findLastIndex((line) => line.startsWith(`${name}:`));
    return at < 0 ? [] : relaxed.splice(at, 1);
  };
  const [own = ''] = take('dkim-signature');
  const heads = (tags['h'] ?? '').toLowerCase().split(':').flatMap(take);
  return [...heads, own.replace(/\bb=[^;]*$|\bb=[^;]*(?=;)/, 'b=')].join('\r\n');
}
