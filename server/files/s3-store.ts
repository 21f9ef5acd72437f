import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { EnvironmentError } from '../config/environment-error';
import type { S3Address } from '../config/read-s3-url';
import { Refusal } from '../context/refusal';
import { type ContentStore, PartMissing } from './file-store';
import { type CallS3, createS3Client, S3Error } from './s3-client';
import type { Rendition } from './sign-link';
import type { ReceivedFile } from './temp-folder';

const PARTS = 'parts/';

/** Files in a bucket that every node reaches. */
export function createS3Store(address: S3Address): ContentStore {
  const call = createS3Client(address);
  const put = (key: string, file: ReceivedFile) => finish(call({ method: 'PUT', key, file }));
  const remove = (key: string) => finish(call({ method: 'DELETE', key }));
  const ensure = async (received: ReceivedFile, thumbPath: string | null) => {
    await putMissing(call, keyOf(received.sha256, 'original'), async () => received);
    if (thumbPath !== null)
      await putMissing(call, keyOf(received.sha256, 'thumb'), () => hashFile(thumbPath));
  };
  return {
    check: () => checkBucket(call),
    // Before the lock, so that nobody waits for the line; after it only what was swept meanwhile goes again.
    stage: ensure,
    keep: ensure,
    async find(sha256, rendition) {
      const key = keyOf(sha256, rendition);
      const head = await call({ method: 'HEAD', key });
      if (!head) return null;
      head.resume();
      return {
        size: Number(head.headers['content-length']),
        read: async (span) => {
          const range = span ? { range: `bytes=${span.start}-${span.end}` } : {};
          const body = await call({ method: 'GET', key, ...range });
          if (!body) throw new Error('A file went out of the storage while it was read.');
          return body;
        },
      };
    },
    async remove(sha256) {
      for (const rendition of ['original', 'thumb'] as const) await remove(keyOf(sha256, rendition));
    },
    async list(folder, before) {
      const found = await listKeys(call, address, `${folder.toString(16).padStart(2, '0')}/`);
      return found
        .filter(({ name, at }) => /^[0-9a-f]{64}$/.test(name) && at < before)
        .map(({ name }) => name);
    },
    putPart: (received, name) => put(PARTS + name, received),
    readParts: (names) => Readable.from(readKeys(call, names), { objectMode: false }),
    async removeParts(names) {
      for (const name of names) await remove(PARTS + name);
    },
    async sweepParts(before) {
      for (const { name, at } of await listKeys(call, address, PARTS)) {
        if (at < before) await remove(PARTS + name);
      }
    },
  };
}

function keyOf(sha256: string, rendition: Rendition): string {
  const folder = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}`;
  return `${folder}/${sha256}${rendition === 'thumb' ? '.thumb.webp' : ''}`;
}

async function finish(answer: Promise<IncomingMessage | null>): Promise<void> {
  (await answer)?.resume();
}

async function putMissing(call: CallS3, key: string, source: () => Promise<ReceivedFile>): Promise<void> {
  const head = await call({ method: 'HEAD', key });
  if (head) head.resume();
  else await finish(call({ method: 'PUT', key, file: await source() }));
}

/** Of small files. */
async function hashFile(path: string): Promise<ReceivedFile> {
  const bytes = await readFile(path);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

async function* readKeys(call: CallS3, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    const body = await call({ method: 'GET', key: PARTS + name });
    if (!body) throw new PartMissing();
    yield* body as AsyncIterable<Buffer>;
  }
}

interface Listed {
  /** The last part of the key. */
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Names are ours: hashes and UUIDs, nothing that XML would write in another way. */
async function listKeys(call: CallS3, { prefix }: S3Address, folder: string): Promise<Listed[]> {
  const found: Listed[] = [];
  let token: string | undefined;
  do {
    const more = token === undefined ? {} : { 'continuation-token': token };
    const query = { 'list-type': '2', prefix: prefix + folder, ...more };
    const answer = await call({ method: 'GET', key: '', query });
    const page = answer ? await text(answer) : '';
    for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const key = tagOf(entry, 'Key') ?? '';
      found.push({ name: key.split('/').at(-1) ?? '', at: Date.parse(tagOf(entry, 'LastModified') ?? '') });
    }
    token = tagOf(page, 'NextContinuationToken');
  } while (token !== undefined);
  return found;
}

function tagOf(xml: string, tag: string): string | undefined {
  const [, value] = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml) ?? [];
  return value?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Throws EnvironmentError when the storage does not let this server list, write and remove. */
async function checkBucket(call: CallS3): Promise<void> {
  const key = 'start-check';
  try {
    await finish(call({ method: 'GET', key: '', query: { 'list-type': '2', 'max-keys': '1' } }));
    await finish(call({ method: 'PUT', key }));
    await finish(call({ method: 'DELETE', key }));
  } catch (error) {
    const known = error instanceof S3Error || error instanceof Refusal;
    if (!known) throw error;
    throw new EnvironmentError('S3_URL', `the URL of a bucket that lets this server in: ${reasonOf(error)}`);
  }
}

function reasonOf(error: S3Error | Refusal): string {
  if (error instanceof Refusal) return 'nothing answers there';
  return REASONS[error.code] ?? `it answers ${error.status} ${error.code}`.trim();
}

const REASONS: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket',
  InvalidAccessKeyId: 'this key is unknown',
  SignatureDoesNotMatch: 'the secret is wrong',
  AuthorizationHeaderMalformed: 'the region is another one',
  RequestTimeTooSkewed: 'its clock and this one are far apart',
  AccessDenied: 'this key may not list, write and remove there',
};
