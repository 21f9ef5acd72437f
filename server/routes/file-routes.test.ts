import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_FILE_TYPES, nameFileTypes } from '@beseda/shared/domain/file-types';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { FileLimits, UploadedFile } from '@beseda/shared/protocol/http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { DESK_COOKIE } from '../http/authenticate';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { packEmptyPng } from '../testing/pack-empty-png';
import { type FileStage, serveFiles } from '../testing/serve-files';

/** The setting, as it is at first. */
const LIMIT = 20 * 2 ** 20;

let clone: TestDatabase;
let services: TestServices;
let stage: FileStage;
let url: string;
let dataDir: string;
let olga: RequesterActor;
let bearer: Record<string, string>;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-files-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  stage = await serveFiles(services);
  ({ url } = stage);
  olga = await makeRequester(services);
  bearer = { authorization: `Bearer ${(await makeSession(services, olga)).secret}` };
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Sent {
  clientId?: string;
  headers?: Record<string, string>;
  fieldsFirst?: boolean;
}

async function upload(
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  sent: Sent = {},
): Promise<Response> {
  const form = new FormData();
  const addFields = () => form.append('note', 'a field of no interest');
  if (sent.fieldsFirst) addFields();
  form.append('file', new Blob([content], { type: 'application/x-whatever' }), name);
  if (!sent.fieldsFirst) addFields();
  const target = `${url}/api/v1/files?clientId=${sent.clientId ?? uuidv7()}`;
  return fetch(target, { method: 'POST', body: form, headers: sent.headers ?? bearer });
}
const uploaded = async (answer: Response) => (await answer.json()) as UploadedFile;
const fetchFile = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });
const drawPng = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .png()
      .toBuffer(),
  );

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
const countRows = async () => {
  const rows = await services.database.inTransaction(SYSTEM, ({ sql }) => sql`select 1 from attachments`);
  return rows.length;
};

describe('uploading', () => {
  it('keeps a text under its cleaned name, and its link gives it back as a download that can do nothing', async () => {
    const answer = await upload('строка; сумма\n', '..\\до/Отчёт\u202e за ноябрь.csv');
    expect(answer.status).toBe(201);
    const file = await uploaded(answer);
    expect(file).toMatchObject({ name: 'Отчёт за ноябрь.csv', type: 'text/csv', size: 25 });
    expect(file).not.toHaveProperty('thumbUrl');

    const read = await fetchFile(file.url);
    expect(await read.text()).toBe('строка; сумма\n');
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': '25',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="_____ __ ______.csv"; filename*=UTF-8''${encodeURIComponent('Отчёт за ноябрь.csv')}`,
      etag: `"${file.sha256}"`,
    });
  });

  it('draws a thumbnail of a picture, inline, upright and without metadata', async () => {
    const picture = await sharp(await drawPng(1_200, 600))
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const file = await uploaded(await upload(new Uint8Array(picture), 'снимок.jpg'));
    expect(file).toMatchObject({ type: 'image/jpeg', width: 600, height: 1_200 });
    const thumb = await fetchFile(file.thumbUrl ?? '');
    expect(thumb.headers.get('content-type')).toBe('image/webp');
    expect(thumb.headers.get('content-disposition')).toMatch(/^inline/);
    const bytes = Buffer.from(await thumb.arrayBuffer());
    const { width, height, exif } = await sharp(bytes).metadata();
    expect({ width, height, exif }).toEqual({ width: 240, height: 480, exif: undefined });
  });

  it('takes a broken picture as a file without a thumbnail', async () => {
    const file = await uploaded(await upload((await drawPng(900, 900)).slice(0, 200), 'broken.png'));
    expect(file.type).toBe('image/png');
    expect(file).not.toHaveProperty('thumbUrl');
  });

  it('keeps a picture that unpacks to more than a camera makes as a file, and never unpacks it', async () => {
    const bomb = packEmptyPng(20_000);
    expect(bomb.length).toBeLessThan(100_000);
    const file = await uploaded(await upload(bomb, 'bomb.png'));
    expect(file).toMatchObject({ type: 'image/png', size: bomb.length });
    expect(file).not.toHaveProperty('thumbUrl');
    expect((await fetchFile(file.url)).headers.get('content-length')).toBe(String(bomb.length));
  });

  it('gives the same file when it is repeated, also while the first is on its way', async () => {
    const clientId = uuidv7();
    const before = await countRows();
    const answers = await Promise.all([
      upload('once', 'a.txt', { clientId }),
      upload('once', 'a.txt', { clientId, fieldsFirst: true }),
    ]);
    answers.push(await upload('once', 'a.txt', { clientId }));
    const files = await Promise.all(answers.map(uploaded));
    expect(new Set(files.map(({ id }) => id)).size).toBe(1);
    expect(await countRows()).toBe(before + 1);
  });

  it('is open to agents with the desk cookie and its header, and to nobody else', async () => {
    const { secret } = await makeSession(services, await makeAgent(services));
    const desk = { cookie: `${DESK_COOKIE}=${secret}` };
    expect((await upload('x', 'a.txt', { headers: { ...desk, 'x-beseda-desk': '1' } })).status).toBe(201);
    expect((await upload('x', 'a.txt', { headers: desk })).status).toBe(401);
    expect((await upload('x', 'a.txt', { headers: {} })).status).toBe(401);
  });
});

describe('a refused upload', () => {
  const refusals: [string, string | Uint8Array<ArrayBuffer>, string, number, object][] = [
    ['empty', '', 'a.txt', 422, { code: 'file_empty' }],
    [
      'SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      415,
      { code: 'file_type_not_allowed' },
    ],
    [
      'HTML called text',
      '\n<!-- x --><!DOCTYPE html><html></html>',
      'a.txt',
      415,
      { code: 'file_type_not_allowed' },
    ],
    ['unknown bytes', new Uint8Array([0, 1, 2, 3, 0, 255]), 'a.bin', 415, { code: 'file_type_not_allowed' }],
    [
      'too large',
      new Uint8Array(LIMIT + 1).fill(65),
      'a.txt',
      413,
      { code: 'file_too_large', details: { limit: LIMIT } },
    ],
  ];
  it.each(refusals)('says why and leaves nothing: %s', async (_, content, name, status, body) => {
    const before = await storedFiles();
    const rows = await countRows();
    const answer = await upload(content, name);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(body);
    expect(await storedFiles()).toEqual(before);
    expect(await countRows()).toBe(rows);
  });

  it('does not hold the connection of somebody who is still sending', async () => {
    const closed = new Promise<void>((resolve) =>
      stage.app.server.once('request', (request) => request.socket.once('close', () => resolve())),
    );
    const answer = await upload(new Uint8Array(LIMIT * 2).fill(65), 'a.txt');
    expect(answer.status).toBe(413);
    await answer.json();
    await closed;
  });

  it('names the types that are taken', async () => {
    const body = await (await upload('<html></html>', 'a.html')).json();
    expect(body).toMatchObject({ details: { allowed: nameFileTypes(FIRST_FILE_TYPES).split(', ') } });
  });

  it('takes a file of exactly the limit', async () => {
    const answer = await upload(new Uint8Array(LIMIT).fill(65), 'a.txt');
    expect(answer.status).toBe(201);
  });

  it('needs a file in the form', async () => {
    const form = new FormData();
    form.append('note', 'nothing else');
    const target = `${url}/api/v1/files?clientId=${uuidv7()}`;
    const answer = await fetch(target, { method: 'POST', body: form, headers: bearer });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid_input', field: 'file' });
  });

  it('leaves nothing when the connection breaks in the middle', async () => {
    const before = await storedFiles();
    const aborted = new Promise<void>((resolve) =>
      stage.app.server.once('request', (request) => request.once('close', resolve)),
    );
    const outgoing = httpRequest(`${url}/api/v1/files?clientId=${uuidv7()}`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'multipart/form-data; boundary=b', 'content-length': 1_000_000 },
    });
    outgoing.on('error', () => {});
    outgoing.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf');
    while ((await storedFiles()).length === before.length) await new Promise(setImmediate);
    outgoing.destroy();
    await aborted;
    while ((await storedFiles()).length > before.length) await new Promise(setImmediate);
    expect(await storedFiles()).toEqual(before);
  });
});

describe('a private link', () => {
  it('is of no use when it is changed or has expired', async () => {
    const file = await uploaded(await upload('private', 'a.txt'));
    const other = await uploaded(await upload('private too', 'b.txt'));
    for (const wrong of [
      file.url.replace(file.id, other.id),
      file.url.replace('original', 'thumb'),
      `${file.url}x`,
    ]) {
      expect((await fetchFile(wrong)).status).toBe(404);
    }
    expect((await fetchFile(file.url)).status).toBe(200);
    services.clock.now += 61 * 60_000;
    expect((await fetchFile(file.url)).status).toBe(404);
    services.clock.now -= 61 * 60_000;
  });

  it('ends with the suspension of the company', async () => {
    const file = await uploaded(await upload('private', 'a.txt'));
    const suspend = (at: string | null) =>
      services.database.inTransaction(SYSTEM, ({ sql }) => sql`update companies set suspended_at = ${at}`);
    await suspend('2026-11-23T09:00:00Z');
    expect((await fetchFile(file.url)).status).toBe(404);
    await suspend(null);
    expect((await fetchFile(file.url)).status).toBe(200);
  });

  it('gives parts and says when nothing has changed', async () => {
    const file = await uploaded(await upload('0123456789', 'a.txt'));
    const part = await fetchFile(file.url, { range: 'bytes=2-4' });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    expect(await (await fetchFile(file.url, { range: 'bytes=-3' })).text()).toBe('789');
    expect((await fetchFile(file.url, { range: 'bytes=10-' })).status).toBe(416);
    expect((await fetchFile(file.url, { 'if-none-match': `"${file.sha256}"` })).status).toBe(304);
  });
});

describe('the limits', () => {
  const set = async (key: string, value: string) => {
    await changeSetting({ ...services, actor: SYSTEM }, { key, value });
    services.clock.now += 2_000;
  };
  const limits = async () =>
    (await (await fetch(`${url}/api/v1/files/limits`, { headers: bearer })).json()) as FileLimits;

  it('are settings, told beforehand and held from two seconds on', async () => {
    expect(await limits()).toMatchObject({ fileSize: LIMIT, perMessage: 10, types: FIRST_FILE_TYPES });
    await set('files.max_megabytes', '1');
    await set('files.types', 'png, .TXT'.replace('.', ''));
    expect(await limits()).toMatchObject({ fileSize: 2 ** 20, types: ['image/png', 'text/plain'] });
    const large = await upload(new Uint8Array(2 ** 20 + 1).fill(65), 'a.txt');
    expect(await large.json()).toMatchObject({ code: 'file_too_large', details: { limit: 2 ** 20 } });
    const pdf = await upload('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'a.pdf');
    expect(await pdf.json()).toMatchObject({
      code: 'file_type_not_allowed',
      details: { allowed: ['PNG', 'TXT'], fileSize: 2 ** 20 },
    });
    await set('files.max_megabytes', '20');
    await set('files.types', nameFileTypes(FIRST_FILE_TYPES));
  });

  it('bind the files of a company together, not those of agents', async () => {
    const ada = await makeRequester(services, { company: 'small' });
    const headers = { authorization: `Bearer ${(await makeSession(services, ada)).secret}` };
    await set('files.company_megabytes', '1');
    const half = () => new Uint8Array(600_000).fill(65);
    expect((await upload(half(), 'a.txt', { headers })).status).toBe(201);
    const two = await Promise.all([
      upload(new Uint8Array(300_000).fill(66), 'b.txt', { headers }),
      upload(new Uint8Array(300_000).fill(67), 'c.txt', { headers }),
    ]);
    expect(new Set(two.map(({ status }) => status))).toEqual(new Set([201, 413]));
    const refused = await upload(half(), 'd.txt', { headers });
    expect(await refused.json()).toMatchObject({
      code: 'company_files_full',
      details: { limit: 2 ** 20, left: 2 ** 20 - 900_000 },
    });
    const { secret } = await makeSession(services, await makeAgent(services));
    const desk = { cookie: `${DESK_COOKIE}=${secret}`, 'x-beseda-desk': '1' };
    expect((await upload(new Uint8Array(2 ** 21).fill(65), 'a.txt', { headers: desk })).status).toBe(201);
    await set('files.company_megabytes', '0');
  });
});
