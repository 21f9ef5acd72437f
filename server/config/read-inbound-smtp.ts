import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EnvironmentError } from './environment-error';

type Source = Record<string, string | undefined>;

/** Where mail is taken by SMTP. */
export interface InboundSmtp {
  /** 0: any free one. */
  port: number;
  host: string;
  /** Files in PEM; null: a certificate made at start. */
  tls: TlsFiles | null;
}

export interface TlsFiles {
  cert: string;
  key: string;
}

/** Null: none is taken. `host`: the server's own. Throws EnvironmentError. */
export function readInboundSmtp(source: Source, cwd: string, host: string): InboundSmtp | null {
  const tls = readTls(source, cwd);
  const given = source['INBOUND_SMTP_PORT']?.trim();
  if (!given) return null;
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535) {
    throw new EnvironmentError('INBOUND_SMTP_PORT', 'a number from 0 to 65535, 0 for any free port');
  }
  return { port, host: readListener(source) ?? host, tls };
}

/** Mail may come from anywhere while pages are served to a proxy on this machine. */
function readListener(source: Source): string | null {
  const given = source['INBOUND_SMTP_HOST']?.trim();
  if (!given) return null;
  if (!/^[a-z0-9._:-]+$/i.test(given)) {
    throw new EnvironmentError(
      'INBOUND_SMTP_HOST',
      'an address or a host name of this machine, without a port',
    );
  }
  return given;
}

function readTls(source: Source, cwd: string): TlsFiles | null {
  const cert = source['SMTP_TLS_CERT']?.trim();
  const key = source['SMTP_TLS_KEY']?.trim();
  if (!cert && !key) return null;
  if (!cert) throw new EnvironmentError('SMTP_TLS_CERT', 'a file with the certificate, beside SMTP_TLS_KEY');
  if (!key) throw new EnvironmentError('SMTP_TLS_KEY', 'a file with the private key, beside SMTP_TLS_CERT');
  const files = { cert: resolve(cwd, cert), key: resolve(cwd, key) };
  loadTls(files);
  return files;
}

/** What the files hold. Throws EnvironmentError: they are not there, no PEM, or do not belong together. */
export function loadTls(files: TlsFiles): TlsFiles {
  const cert = read('SMTP_TLS_CERT', 'a file with a certificate in PEM', files.cert);
  const key = read('SMTP_TLS_KEY', 'a file with a private key in PEM', files.key);
  const certificate = parse(
    'SMTP_TLS_CERT',
    'a file with a certificate in PEM',
    () => new X509Certificate(cert),
  );
  const privateKey = parse('SMTP_TLS_KEY', 'a file with a private key in PEM, without a passphrase', () =>
    createPrivateKey(key),
  );
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new EnvironmentError('SMTP_TLS_KEY', 'the key that belongs to the certificate of SMTP_TLS_CERT');
  }
  return { cert, key };
}

function read(variable: string, takes: string, path: string): string {
  return parse(variable, `${takes}; this one cannot be read`, () => readFileSync(path, 'utf8'));
}

function parse<T>(variable: string, takes: string, work: () => T): T {
  try {
    return work();
  } catch {
    throw new EnvironmentError(variable, takes);
  }
}
