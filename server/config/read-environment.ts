import { resolve } from 'node:path';
import { EnvironmentError } from './environment-error';
import { CLAMD_URL_TAKES, type ClamdAddress, readClamdUrl } from './read-clamd-url';
import { type DkimKey, readDkim } from './read-dkim';
import { type ImapMailbox, readImapUrl } from './read-imap-url';
import { type InboundSmtp, readInboundSmtp } from './read-inbound-smtp';
import { readS3Url, S3_URL_TAKES, type S3Address } from './read-s3-url';

/** The server's environment, read and checked once. A wrong value stops the start with one line. */
export interface Environment {
  port: number;
  host: string;
  dataDir: string;
  publicUrl: string;
  /** The application's role; null: the embedded Postgres in `dataDir`. */
  databaseUrl: string | null;
  databaseOwnerUrl: string | null;
  redisUrl: string | null;
  demo: boolean;
  smtpUrl: string | null;
  mailDomain: string;
  /** Where mail is taken by SMTP; null: nowhere. */
  inboundSmtp: InboundSmtp | null;
  /** Mailboxes that are looked into for mail. */
  imap: ImapMailbox[];
  /** Null: outgoing mail is not signed. */
  dkim: DkimKey | null;
  /** Where files are kept; null: in `dataDir`. */
  s3: S3Address | null;
  /** The scanner of files; null: none looks at them. */
  clamd: ClamdAddress | null;
  rateLimits: boolean;
  logLevel: LogLevel;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Source = Record<string, string | undefined>;

/** `cwd`: relative paths start there. Throws EnvironmentError. */
export function readEnvironment(source: Source, cwd: string): Environment {
  const port = readPort(source);
  const host = readHost(source);
  const publicUrl = readPublicUrl(source) ?? `http://${hostForUrl(host)}:${port}`;
  const demo = readSwitch(source, 'DEMO');
  const databaseUrl = readUrl(source, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const databaseOwnerUrl = readUrl(source, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']);
  if (databaseUrl && !databaseOwnerUrl) {
    throw new EnvironmentError(
      'DATABASE_OWNER_URL',
      'the URL of the schema owner, for migrations, beside DATABASE_URL',
    );
  }
  return {
    port,
    host,
    dataDir: resolve(cwd, source.DATA_DIR?.trim() || './data'),
    publicUrl,
    databaseUrl,
    databaseOwnerUrl,
    redisUrl: readUrl(source, 'REDIS_URL', ['redis:', 'rediss:']),
    demo,
    smtpUrl: readUrl(source, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailDomain: readMailDomain(source, publicUrl),
    inboundSmtp: readInboundSmtp(source, cwd, host),
    imap: readImapUrl(source['IMAP_URL']),
    dkim: readDkim(source, cwd),
    s3: readS3(source),
    clamd: readClamd(source),
    rateLimits: readRateLimits(source, host),
    logLevel: readLogLevel(source, demo),
  };
}

function readPort(source: Source): number {
  const given = source.PORT?.trim() || '3000';
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535)
    throw new EnvironmentError('PORT', 'a number from 0 to 65535');
  return port;
}

/** A name or an address, without a port: what is no host would fail much later, and not by its name. */
function readHost(source: Source): string {
  const host = source.HOST?.trim() || 'localhost';
  if (!URL.canParse(`http://${hostForUrl(host)}:1`) || /[/?#@[\]\\]|^[^:]*:[^:]*$/.test(host)) {
    throw new EnvironmentError('HOST', 'an address or a host name of this machine, without a port');
  }
  return host;
}

/** Paths are made by appending to it. */
function readPublicUrl(source: Source): string | null {
  const given = readUrl(source, 'PUBLIC_URL', ['http:', 'https:']);
  if (given === null) return null;
  const { origin, pathname, search, hash, username, password } = new URL(given);
  if (pathname !== '/' || search || hash || username || password) {
    throw new EnvironmentError('PUBLIC_URL', 'an origin, like https://help.example, with nothing behind it');
  }
  return origin;
}

function readLogLevel(source: Source, demo: boolean): LogLevel {
  const given = source['LOG_LEVEL']?.trim() || (demo ? 'warn' : 'info');
  const level = LOG_LEVELS.find((known) => known === given);
  if (!level) throw new EnvironmentError('LOG_LEVEL', LOG_LEVELS.join(', '));
  return level;
}

function readUrl(source: Source, name: string, protocols: readonly string[]): string | null {
  const given = source[name]?.trim();
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !protocols.includes(url.protocol)) {
    throw new EnvironmentError(name, `a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);
  }
  return given;
}

function readSwitch(source: Source, name: string): boolean {
  const given = source[name]?.trim() || '0';
  if (given !== '0' && given !== '1') throw new EnvironmentError(name, '1 or 0');
  return given === '1';
}

function readMailDomain(source: Source, publicUrl: string): string {
  const given = source.MAIL_DOMAIN?.trim();
  if (!given) return new URL(publicUrl).hostname.replace(/^\[.*\]$/, 'localhost');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(given))
    throw new EnvironmentError('MAIL_DOMAIN', 'a domain name, like desk.example');
  return given.toLowerCase();
}

function readS3(source: Source): S3Address | null {
  const given = source.S3_URL?.trim();
  if (!given) return null;
  const address = readS3Url(given);
  if (!address) throw new EnvironmentError('S3_URL', S3_URL_TAKES);
  return address;
}

function readClamd(source: Source): ClamdAddress | null {
  const given = source['CLAMD_URL']?.trim();
  if (!given) return null;
  const address = readClamdUrl(given);
  if (!address) throw new EnvironmentError('CLAMD_URL', CLAMD_URL_TAKES);
  return address;
}

/** Measuring needs them off; nobody else must be able to reach such a server. */
function readRateLimits(source: Source, host: string): boolean {
  const given = source.RATE_LIMITS?.trim();
  if (!given || given === 'on') return true;
  if (given !== 'off') throw new EnvironmentError('RATE_LIMITS', 'on or off');
  if (!['localhost', '127.0.0.1', '::1'].includes(host)) {
    throw new EnvironmentError('RATE_LIMITS', 'off only while HOST is a loopback address');
  }
  return false;
}

function hostForUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
