import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { TlsFiles } from '../../config/read-inbound-smtp';

const DAY_MS = 24 * 60 * 60_000;
const YEARS = 10;
/** ecdsa-with-SHA256, commonName, subjectAltName: their object identifiers in DER. */
const ECDSA_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const ALT_NAME = '0603551d11';

/**
 * A self-signed certificate (X.509, RFC 5280) for one name, and its key. It keeps mail from who merely listens; it proves
 * nothing, and servers that deliver mail do not ask it to.
 */
export function makeCertificate(name: string, now: number): TlsFiles {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(hex(ECDSA_SHA256));
  const subject = sequence(
    tagged(0x31, sequence(hex(COMMON_NAME), tagged(0x0c, Buffer.from(name.slice(0, 64))))),
  );
  const names = sequence(tagged(0x82, Buffer.from(name, 'latin1')));
  const body = sequence(
    tagged(0xa0, hex('020102')),
    tagged(0x02, Buffer.concat([hex('01'), randomBytes(15)])),
    algorithm,
    subject,
    sequence(time(now - DAY_MS), time(now + YEARS * 365 * DAY_MS)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(hex(ALT_NAME), tagged(0x04, names)))),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, algorithm, tagged(0x03, Buffer.concat([hex('00'), signature])));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines(der.toString('base64'))}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

/** Tag, length, value. */
function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

/** GeneralizedTime, which has room for every year. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  return tagged(0x18, Buffer.from(`${digits}Z`));
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

function lines(base64: string): string {
  return base64.replace(/.{64}(?=.)/g, '$&\n');
}
