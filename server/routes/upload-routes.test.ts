import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ErrorBody } from '@beseda/shared/protocol/errors';
import type { UploadState } from '@beseda/shared/protocol/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { PART_BYTES } from '../files/start-upload';
import { sweepOrphans } from '../files/sweep-orphans';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type FileStage, serveFiles } from '../testing/serve-files';

let clone: TestDatabase;
let services: TestServices;
let dataDir: string;
let olga: RequesterActor;
let bearer: Record<string, string>;
/** Two nodes on one database and one store. */
const nodes: FileStage[] = [];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-uploads-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  nodes.push(await serveFiles(services), await serveFiles(services));
  olga = await makeRequester(services);
  bearer = { authorization: `Bearer ${(await makeSession(services, olga)).secret}` };
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});

type Answer = { status: number; body: UploadState & ErrorBody };
const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: (await response.json()) as Answer['body'],
});
const urlOf = (node: number) => nodes[node]?.url ?? '';

async function begin(clientId: string, size: number, name = 'a.txt', node = 0): Promise<Answer> {
  const headers = { ...bearer, 'content-type': 'application/json' };
  const body = JSON.stringify({ clientId, name, size });
  return answerOf(await fetch(`${urlOf(node)}/api/v1/uploads`, { method: 'POST', headers, body }));
}

async function put(
  clientId: string,
  offset: number,
  part: Uint8Array<ArrayBuffer>,
  node = 0,
): Promise<Answer> {
  const headers = { ...bearer, 'content-type': 'application/octet-stream' };
  const url = `${urlOf(node)}/api/v1/uploads/${clientId}?offset=${offset}`;
  return answerOf(await fetch(url, { method: 'PUT', headers, body: part }));
}

/** Text of three parts, each line another. */
const LINES = new TextEncoder().encode(
  Array.from({ length: 400_000 }, (_, n) => String(n).padStart(12, '0')).join('\n'),
);
const partAt = (offset: number) => LINES.slice(offset, offset + PART_BYTES);

async function read(path = ''): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(urlOf(0) + path)).arrayBuffer());
}
const storedParts = async () => readdir(join(dataDir, 'files/parts')).catch(() => []);

describe('an upload by parts', () => {
  it('goes on where it was, over nodes and breaks, and gives the whole file', async () => {
    const clientId = uuidv7();
    expect((await begin(clientId, LINES.length)).body).toEqual({
      offset: 0,
      size: LINES.length,
      partSize: PART_BYTES,
      file: null,
    });
    expect((await put(clientId, 0, partAt(0))).body.offset).toBe(PART_BYTES);
    await breakOff(clientId, PART_BYTES);
    expect((await begin(clientId, LINES.length, 'a.txt', 1)).body.offset).toBe(PART_BYTES);
    expect((await put(clientId, PART_BYTES, partAt(PART_BYTES), 1)).body.offset).toBe(2 * PART_BYTES);
    const last = await put(clientId, 2 * PART_BYTES, partAt(2 * PART_BYTES));
    expect(last.body.file).toMatchObject({ name: 'a.txt', type: 'text/plain', size: LINES.length });
    expect(Buffer.compare(await read(last.body.file?.url), LINES)).toBe(0);
    expect((await begin(clientId, LINES.length)).body.file?.id).toBe(last.body.file?.id);
    expect((await put(clientId, 0, partAt(0))).body.file?.id).toBe(last.body.file?.id);
    expect(await storedParts()).toEqual([]);
  });

  /** A part of which only the half arrives. */
  async function breakOff(clientId: string, offset: number): Promise<void> {
    const { app } = nodes[0] ?? {};
    const gone = new Promise<void>((resolve) =>
      app?.server.once('request', (request) => request.once('close', resolve)),
    );
    const part = partAt(offset);
    const headers = { ...bearer, 'content-type': 'application/octet-stream', 'content-length': part.length };
    const path = `${urlOf(0)}/api/v1/uploads/${clientId}?offset=${offset}`;
    const outgoing = httpRequest(path, { method: 'PUT', headers });
    outgoing.on('error', () => {});
    await new Promise((resolve) => {
      outgoing.write(part.subarray(0, part.length / 2), resolve);
    });
    outgoing.destroy();
    await gone;
  }

  it('takes a part once, whoever sends it at the same time', async () => {
    const clientId = uuidv7();
    await begin(clientId, LINES.length);
    const twice = await Promise.all([put(clientId, 0, partAt(0)), put(clientId, 0, partAt(0), 1)]);
    const refused = twice.filter(({ status }) => status === 409);
    expect(twice.filter(({ status }) => status === 200).length + refused.length).toBe(2);
    for (const { body } of refused)
      expect(body).toMatchObject({ code: 'upload_offset', details: { offset: PART_BYTES } });
    await put(clientId, PART_BYTES, partAt(PART_BYTES));
    const ends = await Promise.all(
      [0, 1].map((node) => put(clientId, 2 * PART_BYTES, partAt(2 * PART_BYTES), node)),
    );
    const file = ends.map(({ body }) => body.file).find((found) => found);
    expect(Buffer.compare(await read(file?.url), LINES)).toBe(0);
  });

  it('begins anew where a disk has lost a part', async () => {
    const clientId = uuidv7();
    await begin(clientId, PART_BYTES + 3);
    await put(clientId, 0, partAt(0));
    for (const name of await storedParts()) await rm(join(dataDir, 'files/parts', name));
    const lost = await put(clientId, PART_BYTES, LINES.slice(0, 3));
    expect(lost.body).toMatchObject({ code: 'upload_offset', details: { offset: 0 } });
    expect((await begin(clientId, PART_BYTES + 3)).body.offset).toBe(0);
  });

  it('is refused by its type at the end, and leaves nothing', async () => {
    const clientId = uuidv7();
    await begin(clientId, 13);
    const end = await put(clientId, 0, new TextEncoder().encode('<html></html>'));
    expect(end.body).toMatchObject({ code: 'file_type_not_allowed' });
    expect((await begin(clientId, 13)).body.offset).toBe(0);
  });
});

describe('what cannot be taken', () => {
  const refusals: [string, number, string, number][] = [
    ['nothing', 0, 'file_empty', 422],
    ['more than a file may have', 20 * 2 ** 20 + 1, 'file_too_large', 413],
  ];
  it.each(refusals)('is refused before a byte is sent: %s', async (_, size, code, status) => {
    const answer = await begin(uuidv7(), size);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('is what a company has no room for, with what others are uploading', async () => {
    await changeSetting({ ...services, actor: SYSTEM }, { key: 'files.company_megabytes', value: '40' });
    services.clock.now += 2_000;
    const sizes = await Promise.all(Array.from({ length: 4 }, () => begin(uuidv7(), 15 * 2 ** 20)));
    const full = sizes.filter(({ body }) => body.code === 'company_files_full');
    expect(full.length).toBeGreaterThanOrEqual(2);
    await changeSetting({ ...services, actor: SYSTEM }, { key: 'files.company_megabytes', value: '0' });
    services.clock.now += 2_000;
  });

  it('is a part that was not begun, not the next one, too long, or of another file', async () => {
    const clientId = uuidv7();
    expect((await put(uuidv7(), 0, partAt(0))).body.code).toBe('not_found');
    await begin(clientId, 10);
    expect((await put(clientId, 4, LINES.slice(4, 8))).body.code).toBe('upload_offset');
    expect((await put(clientId, 0, LINES.slice(0, 11))).body.code).toBe('invalid_input');
    expect((await put(clientId, 0, new Uint8Array(0))).body.code).toBe('invalid_input');
    expect((await begin(clientId, 11)).body.code).toBe('client_id_taken');
  });
});

it('is swept with its parts when it does not end within a day', async () => {
  const clientId = uuidv7();
  await begin(clientId, LINES.length);
  await put(clientId, 0, partAt(0));
  services.clock.now += 25 * 60 * 60_000;
  await sweepOrphans(services);
  const rows = await services.database.inTransaction(SYSTEM, ({ sql }) => sql`select 1 from uploads`);
  expect(rows).toHaveLength(0);
  expect(await storedParts()).toEqual([]);
});
