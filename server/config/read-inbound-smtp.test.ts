import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeCertificate } from '../inbound/smtp/make-certificate';
import { readInboundSmtp } from './read-inbound-smtp';

const folder = mkdtempSync(join(tmpdir(), 'beseda-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function keep(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const made = makeCertificate('desk.example', Date.now());
const cert = keep('cert.pem', made.cert);
const key = keep('key.pem', made.key);
const otherKey = keep('other.pem', makeCertificate('desk.example', Date.now()).key);
const read = (source: Record<string, string>) => readInboundSmtp(source, folder, 'localhost');

it('takes no mail unless it is given a port, and listens where the server does unless it is told otherwise', () => {
  expect(read({})).toBeNull();
  expect(read({ INBOUND_SMTP_PORT: '0' })).toEqual({ port: 0, host: 'localhost', tls: null });
  const files = { SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key };
  expect(read({ INBOUND_SMTP_PORT: '2525', INBOUND_SMTP_HOST: '0.0.0.0', ...files })).toEqual({
    port: 2525,
    host: '0.0.0.0',
    tls: { cert: join(folder, cert), key: join(folder, key) },
  });
});

it.each([
  [{ INBOUND_SMTP_PORT: 'smtp' }, 'INBOUND_SMTP_PORT'],
  [{ INBOUND_SMTP_PORT: '70000' }, 'INBOUND_SMTP_PORT'],
  [{ INBOUND_SMTP_PORT: '25', INBOUND_SMTP_HOST: 'a b' }, 'INBOUND_SMTP_HOST'],
  [{ SMTP_TLS_CERT: cert }, 'SMTP_TLS_KEY'],
  [{ SMTP_TLS_KEY: key }, 'SMTP_TLS_CERT'],
  [{ SMTP_TLS_CERT: 'nowhere.pem', SMTP_TLS_KEY: key }, 'SMTP_TLS_CERT'],
  [{ SMTP_TLS_CERT: key, SMTP_TLS_KEY: key }, 'SMTP_TLS_CERT'],
  [{ SMTP_TLS_CERT: cert, SMTP_TLS_KEY: cert }, 'SMTP_TLS_KEY'],
  [{ SMTP_TLS_CERT: cert, SMTP_TLS_KEY: otherKey }, 'SMTP_TLS_KEY'],
])('%o stops the start and names %s', (source, variable) => {
  expect(() => read(source)).toThrow(new RegExp(`^${variable} takes `));
});
