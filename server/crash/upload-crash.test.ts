import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { UploadState } from '@beseda/shared/protocol/http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../testing/build-server';
import { personOf, prepareDataDir, signInPerson } from '../testing/prepare-install';
import { createServerProcess, findFreePort, type ServerProcess } from '../testing/server-process';

let dataDir: string;
let built: { entry: string; remove: () => Promise<void> };
let server: ServerProcess;
let bearer: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-upload-crash-'));
  built = await buildServer();
  const { site } = await prepareDataDir(dataDir, 0);
  server = createServerProcess(built.entry, { PORT: await findFreePort(), DATA_DIR: dataDir, DEMO: '0' });
  await server.start();
  bearer = { authorization: `Bearer ${await signInPerson(server.url, site, personOf('vita', 'olga'))}` };
}, 60_000);
afterAll(async () => {
  await server.stop();
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
});

async function begin(clientId: string, size: number): Promise<UploadState> {
  const answer = await fetch(`${server.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId, name: 'дамп.txt', size }),
  });
  return (await answer.json()) as UploadState;
}

const partUrl = (clientId: string, offset: number) =>
  `${server.url}/api/v1/uploads/${clientId}?offset=${offset}`;
const headersOf = (part: Uint8Array) => ({
  ...bearer,
  'content-type': 'application/octet-stream',
  'content-length': String(part.length),
});

async function put(clientId: string, offset: number, part: Uint8Array<ArrayBuffer>): Promise<UploadState> {
  const sent = await fetch(partUrl(clientId, offset), {
    method: 'PUT',
    headers: headersOf(part),
    body: part,
  });
  return (await sent.json()) as UploadState;
}

/** A request that has brought half of a part to the server's disk and brings no more. */
async function putHalf(clientId: string, offset: number, part: Uint8Array): Promise<ClientRequest> {
  const outgoing = httpRequest(partUrl(clientId, offset), { method: 'PUT', headers: headersOf(part) });
  outgoing.on('error', () => {});
  outgoing.write(part.subarray(0, part.length / 2));
  while ((await readdir(join(dataDir, 'files/tmp')).catch(() => [])).length === 0) await delay(5);
  return outgoing;
}

it('loses nothing of an upload but the part under way when the server is killed in the middle of it', {
  timeout: 60_000,
}, async () => {
  const text = new TextEncoder().encode(randomBytes(3 * 2 ** 20).toString('hex'));
  const clientId = uuidv7();
  const { partSize } = await begin(clientId, text.length);
  const partAt = (offset: number) => text.slice(offset, offset + partSize);
  let state = await put(clientId, 0, partAt(0));
  for (const offset of [partSize, 2 * partSize]) {
    expect(state.offset).toBe(offset);
    const outgoing = await putHalf(clientId, offset, partAt(offset));
    const cut = new Promise<void>((resolve) => outgoing.once('close', resolve));
    await server.kill();
    await cut;
    await server.start();
    expect(await begin(clientId, text.length)).toMatchObject({ offset, file: null });
    state = await put(clientId, offset, partAt(offset));
    await rm(join(dataDir, 'files/tmp'), { recursive: true });
  }
  expect(state.file).toMatchObject({ name: 'дамп.txt', size: text.length });
  const read = await fetch(`${server.url}${state.file?.url}`);
  expect(Buffer.compare(new Uint8Array(await read.arrayBuffer()), text)).toBe(0);
});
