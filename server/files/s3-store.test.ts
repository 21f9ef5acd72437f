import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../config/read-environment';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { openS3Server, type S3Server } from '../testing/s3-server';
import { appendPart } from './append-part';
import { createFileStore } from './create-file-store';
import { fileTooLarge } from './file-rules';
import { PART_BYTES, startUpload } from './start-upload';
import { sweepOrphans } from './sweep-orphans';
import { uploadFile } from './upload-file';

let storage: S3Server;
let clone: TestDatabase;
/** Two nodes with nothing in common but database and bucket. */
let nodes: TestServices[];
let folders: string[];

const addressOf = (url: string) => readEnvironment({ S3_URL: url }, '/').s3;

beforeAll(async () => {
  storage = await openS3Server();
  clone = await cloneTestDatabase();
  folders = await Promise.all([0, 1].map(() => mkdtemp(join(tmpdir(), 'beseda-s3-'))));
  nodes = folders.map((dataDir) =>
    makeServices(clone.appUrl, { files: createFileStore({ dataDir, s3: addressOf(storage.url) }) }),
  );
});
afterAll(async () => {
  for (const { database } of nodes) await database.close();
  await clone.drop();
  await storage.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const node = (index: number) => nodes[index] as TestServices;
const text = (size: number) => Buffer.from('строка\n'.repeat(Math.ceil(size / 13))).subarray(0, size);

async function readAll(services: TestServices, sha256: string, span?: { start: number; end: number }) {
  const found = await services.files.find(sha256, 'original');
  return found && buffer(await found.read(span));
}

async function filesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

describe('files in a bucket', () => {
  it('come in by parts over two nodes and are read from either, whole and by ranges', async () => {
    const olga = await makeRequester(node(0));
    const content = text(2 * PART_BYTES + 5);
    const clientId = uuidv7();
    await startUpload(as(node(0), olga), { clientId, name: 'a.txt', size: content.length });
    let file = null;
    for (const [at, offset] of [0, PART_BYTES, 2 * PART_BYTES].entries()) {
      const source = Readable.from([content.subarray(offset, offset + PART_BYTES)]);
      ({ file } = await appendPart(as(node(at % 2), olga), { clientId, offset, source }));
    }
    const sha256 = file?.sha256 ?? '';
    expect(storage.objects.has(`files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`)).toBe(true);
    for (const services of nodes)
      expect(content.equals((await readAll(services, sha256)) as Buffer)).toBe(true);
    expect(await readAll(node(1), sha256, { start: 3, end: 9 })).toEqual(content.subarray(3, 10));
    expect([...storage.objects.keys()].filter((key) => key.includes('/parts/'))).toEqual([]);
    expect(await Promise.all(folders.map(filesIn))).toEqual([0, 0]);
  });

  it('have their thumbnails beside them, are sent once, and go when nobody has them', async () => {
    const olga = as(node(0), await makeRequester(node(0)));
    const png = await sharp({ create: { width: 900, height: 300, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const upload = () =>
      uploadFile(olga, { clientId: uuidv7(), name: 'a.png', source: Readable.from([png]) });
    const { sha256 } = await upload();
    const before = storage.calls.filter((call) => call.startsWith('PUT')).length;
    await upload();
    expect(storage.calls.filter((call) => call.startsWith('PUT'))).toHaveLength(before);
    const thumb = await node(1).files.find(sha256, 'thumb');
    const { width, format } = await sharp(
      await buffer(await (thumb as NonNullable<typeof thumb>).read()),
    ).metadata();
    expect({ width, format }).toEqual({ width: 480, format: 'webp' });
    node(1).clock.now += 25 * 60 * 60_000;
    await sweepOrphans(node(1));
    expect(await node(0).files.find(sha256, 'original')).toBeNull();
    expect(await node(0).files.find(sha256, 'thumb')).toBeNull();
  });

  it('that a crash left without a row are found over several pages of the list', async () => {
    const { files } = node(0);
    const hashes: string[] = [];
    for (let n = 0; n < 5; n++) {
      const received = await files.receive(Readable.from([Buffer.from(`lost ${n}`)]), 100, fileTooLarge);
      // As if all of them began alike: one folder of the 256.
      const sha256 = `ab${received.sha256.slice(2)}`;
      hashes.push(sha256);
      storage.objects.set(`files/ab/cd/${sha256}`, { bytes: Buffer.from('x'), at: 0 });
      await files.discard(received.path);
    }
    const now = Date.now();
    storage.objects.set(`files/ab/cd/${'f'.repeat(64)}`, { bytes: Buffer.from('x'), at: now });
    expect(new Set(await files.list(0xab, now - 1))).toEqual(new Set(hashes));
    const rows = await node(0).database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`select 1 from attachments where sha256 = any(${hashes})`,
    );
    expect(rows).toHaveLength(0);
  });

  it('wait out a storage that stumbles, and say «unavailable» where it is away', async () => {
    const olga = as(node(0), await makeRequester(node(0)));
    const upload = () =>
      uploadFile(olga, { clientId: uuidv7(), name: 'b.txt', source: Readable.from([text(20)]) });
    storage.failing = 2;
    await expect(upload()).resolves.toMatchObject({ size: 20 });
    storage.failing = 3;
    await expect(upload()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('S3_URL', () => {
  const check = (url: string) => createFileStore({ dataDir: '/tmp', s3: addressOf(url) }).check();

  it('is taken when the bucket lets the server list, write and remove', async () => {
    await expect(check(storage.url)).resolves.toBeUndefined();
  });

  it.each([
    ['the secret is wrong', (url: string) => url.replace('se%2F', 'xx%2F')],
    ['this key is unknown', (url: string) => url.replace('AKIATEST', 'AKIANONE')],
    ['the region is another one', (url: string) => url.replace('ru-test1', 'us-east-1')],
    ['there is no such bucket', (url: string) => url.replace('/beseda/', '/other/')],
    ['nothing answers there', (url: string) => url.replace(/:\d+\//, ':9/')],
  ])('stops the start with one line: %s', async (reason, change) => {
    await expect(check(change(storage.url))).rejects.toThrow(
      `S3_URL takes the URL of a bucket that lets this server in: ${reason}.`,
    );
  });

  it.each([
    's3://key:secret@host/bucket',
    'https://host/bucket',
    'https://key:secret@host',
    'https://key:secret@host/bucket?zone=1',
    'https://k%zz:secret@host/bucket',
  ])('is refused as it stands: %s', (url) => {
    expect(() => addressOf(url)).toThrow(/^S3_URL takes a URL like https:\/\/KEY:SECRET@/);
  });
});
