import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { beforeEach, expect, it } from 'vitest';
import type { Handover } from './belief';
import { checkMail } from './check-mail';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const MAIL = [
  'From: Olga <olga@vita.example>',
  'To: support@desk.example',
  'Subject: Report',
  'Date: Mon, 23 Nov 2026 09:00:00 +0000',
  'Message-ID: <1@vita.example>',
  '',
  'It is empty.',
  '',
].join('\r\n');

let zone: Record<string, string>;
beforeEach(() => {
  zone = {
    'vita.example': 'v=spf1 ip4:192.0.2.10 -all',
    'evil.example': 'v=spf1 ip4:203.0.113.9 -all',
    's._domainkey.vita.example': `v=DKIM1; k=rsa; p=${KEY}`,
    's._domainkey.evil.example': `v=DKIM1; k=rsa; p=${KEY}`,
  };
});

/** The names of this test and no others. */
async function resolve(name: string, type: string): Promise<string[][]> {
  const found = type === 'TXT' ? zone[name] : undefined;
  if (found === 'timeout') throw Object.assign(new Error('timeout'), { code: 'ETIMEOUT' });
  if (found === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return [[found]];
}

async function sign(mail: string, domain: string, more: { maxBodyLength?: number } = {}): Promise<Buffer> {
  const signature = {
    signingDomain: domain,
    selector: 's',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ...more,
  };
  const signTime = new Date('2026-11-23T09:00:00Z');
  const { signatures } = await dkimSign(mail, { ...signature, signTime, signatureData: [signature] });
  return Buffer.from(signatures + mail);
}
const check = (raw: Uint8Array | string, from: Partial<Handover> = {}) =>
  checkMail(
    'vita.example',
    { way: 'imap', remote: null, from: null, raw: Buffer.from(raw), ...from },
    resolve,
  );
const bySmtp = (address: string, from: string) =>
  ({ way: 'smtp', remote: { address, helo: 'mail.example' }, from }) as const;

it('believes the signature of the author’s domain, and no other', async () => {
  expect(await check(await sign(MAIL, 'vita.example'))).toBe('believed');
  expect(await check(await sign(MAIL, 'evil.example'))).toBe('unknown');
  expect(await check(MAIL)).toBe('unknown');
});

it('does not believe what was changed after it was signed', async () => {
  const signed = (await sign(MAIL, 'vita.example')).toString();
  expect(await check(signed.replace('It is empty.', 'Pay now.'))).toBe('unknown');
});

it('does not believe a signature over a part, behind which others can write', async () => {
  expect(await check(await sign(MAIL, 'vita.example', { maxBodyLength: 4 }))).toBe('unknown');
});

it('believes a sender that the domain has named, when mail comes from there', async () => {
  expect(await check(MAIL, bySmtp('192.0.2.10', 'olga@vita.example'))).toBe('believed');
  expect(await check(MAIL, bySmtp('203.0.113.9', 'olga@vita.example'))).toBe('unknown');
  expect(await check(MAIL, bySmtp('203.0.113.9', 'x@evil.example'))).toBe('unknown');
});

it('takes the domain at its word that nothing else is from it', async () => {
  zone['_dmarc.vita.example'] = 'v=DMARC1; p=reject';
  expect(await check(MAIL, bySmtp('203.0.113.9', 'x@evil.example'))).toBe('failed');
  expect(await check(await sign(MAIL, 'vita.example'))).toBe('believed');
});

it('waits when the names cannot be asked for', async () => {
  zone['s._domainkey.vita.example'] = 'timeout';
  await expect(check(await sign(MAIL, 'vita.example'))).rejects.toThrow('cannot be asked for');
});
