import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Address } from '../config/read-s3-url';

export interface S3Server {
  url: string;
  address: S3Address;
  /** What is stored, by key; `at` may be changed. */
  objects: Map<string, { bytes: Buffer; at: number }>;
  /** `METHOD key` of every call that was let in. */
  calls: string[];
  /** So many calls from now on are answered with 503. */
  failing: number;
  close(): Promise<void>;
}

const KEY = 'AKIATEST';
const SECRET = 'se/cr+et';
const REGION = 'ru-test1';
const BUCKET = 'beseda';
const PAGE = 2;
const SKEW_MS = 15 * 60_000;

/**
 * A storage that speaks S3 as far as we do: it checks every signature (SigV4) and the hash of every body with code of
 * its own, streams ranges, and lists by pages of two.
 */
export async function openS3Server(): Promise<S3Server> {
  const http = createServer((request, response) => {
    void answer(server, request, response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const origin = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: S3Server = {
    url: `http://${KEY}:${encodeURIComponent(SECRET)}@${origin}/${BUCKET}/files?region=${REGION}`,
    address: {
      bucketUrl: `http://${origin}/${BUCKET}`,
      prefix: 'files/',
      region: REGION,
      accessKeyId: KEY,
      secretAccessKey: SECRET,
    },
    objects: new Map(),
    calls: [],
    failing: 0,
    close: async () => {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
  return server;
}

async function answer(server: S3Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request).catch(() => null);
  if (!body) return;
  const refuse = (status: number, code: string) =>
    response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
  if (server.failing > 0) {
    server.failing -= 1;
    refuse(503, 'SlowDown');
    return;
  }
  const wrong = findFault(request, body);
  if (wrong) {
    refuse(403, wrong);
    return;
  }
  const url = new URL(request.url ?? '', 'http://x');
  const [, bucket, ...rest] = url.pathname.split('/');
  const key = rest.join('/');
  if (bucket !== BUCKET) {
    refuse(404, 'NoSuchBucket');
    return;
  }
  server.calls.push(`${request.method} ${key}`);
  if (key === '') list(server, url.searchParams, response);
  else handle(server, request, key, body, response);
}

function handle(
  { objects }: S3Server,
  { method, headers }: IncomingMessage,
  key: string,
  body: Buffer,
  response: ServerResponse,
): void {
  if (method === 'PUT') {
    objects.set(key, { bytes: body, at: Date.now() });
    response.end();
    return;
  }
  if (method === 'DELETE') {
    objects.delete(key);
    response.writeHead(204).end();
    return;
  }
  const found = objects.get(key);
  if (!found) {
    response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
  const bytes = range ? found.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : found.bytes;
  response.writeHead(range ? 206 : 200, { 'content-length': bytes.length });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** Tokens hold characters that XML writes in another way. */
function list({ objects }: S3Server, query: URLSearchParams, response: ServerResponse): void {
  const from = query.get('continuation-token')?.replace(/^<&>/, '') ?? '';
  const keys = [...objects.keys()].sort((a, b) => (a < b ? -1 : 1));
  const wanted = keys.filter((key) => key.startsWith(query.get('prefix') ?? '') && key > from);
  const page = wanted.slice(0, PAGE);
  const entries = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${new Date(objects.get(key)?.at ?? 0).toISOString()}</LastModified></Contents>`,
  );
  const next =
    wanted.length > PAGE ? `<NextContinuationToken>&lt;&amp;&gt;${page.at(-1)}</NextContinuationToken>` : '';
  response.end(`<?xml version="1.0"?><ListBucketResult>${entries.join('')}${next}</ListBucketResult>`);
}

/** The code of what is wrong with a request's signature; null: it is what the holder of the secret has sent. */
function findFault({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | null {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!given) return 'AccessDenied';
  const [, key, day = '', region = '', names = '', signature] = given;
  if (key !== KEY) return 'InvalidAccessKeyId';
  if (region !== REGION) return 'AuthorizationHeaderMalformed';
  const date = String(headers['x-amz-date']);
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!date.startsWith(day) || !(Math.abs(at - Date.now()) < SKEW_MS)) return 'RequestTimeTooSkewed';
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const signed = names.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name)))
    return 'AccessDenied';
  const { pathname, searchParams } = new URL(url, 'http://x');
  const query = [...searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((a, b) => (a < b ? -1 : 1));
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, pathname, query.join('&'), lines.join(''), names, sha256(body)].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const secret = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(secret, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, content: string) => createHmac('sha256', key).update(content).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
