import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { UploadedFile } from '@beseda/shared/protocol/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentForAgent } from '../conversations/present-event';
import { sendMessage } from '../conversations/send-message';
import type { StoredEvent } from '../conversations/stored-event';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { createLinkSigner } from '../files/sign-link';
import { sweepOrphans } from '../files/sweep-orphans';
import { DESK_COOKIE } from '../http/authenticate';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type FileStage, serveFiles } from '../testing/serve-files';

let clone: TestDatabase;
let services: TestServices;
let stage: FileStage;
let url: string;
let dataDir: string;
let olga: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-links-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  stage = await serveFiles(services);
  ({ url } = stage);
  olga = await makeRequester(services);
});
afterAll(async () => {
  await stage.close();
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});

type Headers = Record<string, string>;
const headersOf = async (actor: RequesterActor | AgentActor): Promise<Headers> => {
  const { secret } = await makeSession(services, actor);
  return actor.kind === 'agent'
    ? { cookie: `${DESK_COOKIE}=${secret}`, 'x-beseda-desk': '1' }
    : { authorization: `Bearer ${secret}` };
};
/** Read to its end: a body that nobody takes would hold the server. */
async function fetchFile(path: string, headers: Headers = {}): Promise<{ status: number; body: string }> {
  const answer = await fetch(url + path, { headers });
  return { status: answer.status, body: await answer.text() };
}

async function upload(content: string, headers: Headers): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'a.txt');
  const target = `${url}/api/v1/files?clientId=${uuidv7()}`;
  return (await (await fetch(target, { method: 'POST', body: form, headers })).json()) as UploadedFile;
}

describe('a link of a conversation', () => {
  const send = async (
    sender: RequesterActor | AgentActor,
    conversationId: string,
    kind: 'message' | 'note',
  ) => {
    const headers = await headersOf(sender);
    const { id } = await upload(`of ${sender.name}`, headers);
    const input = { conversationId, clientId: uuidv7(), text: '', attachments: [id], start: {} };
    const { event } = await sendMessage(as(services, sender), input, { kind, channel: 'widget' });
    return { id, headers, event };
  };
  const sign = () => createLinkSigner('test', () => services.clock.now);
  const linkOf = (event: StoredEvent) => {
    const shown = presentForAgent(event, sign());
    return (
      (shown?.kind === 'message' || shown?.kind === 'note' ? shown.message.attachments[0]?.url : '') ?? ''
    );
  };

  it('opens only where it stands, and nothing once that is gone', async () => {
    const conversationId = uuidv7();
    const { id, event } = await send(olga, conversationId, 'message');
    expect((await fetchFile(linkOf(event))).status).toBe(200);
    const elsewhere = sign()(id, 'original', { conversationId: uuidv7(), viewer: 'agent' });
    expect((await fetchFile(elsewhere)).status).toBe(404);
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`delete from conversations where id = ${conversationId}`,
    );
    expect((await fetchFile(linkOf(event))).status).toBe(404);
  });

  it('made for a requester does not open what is in a note', async () => {
    const conversationId = uuidv7();
    await send(olga, conversationId, 'message');
    const { id, event } = await send(await makeAgent(services), conversationId, 'note');
    expect((await fetchFile(linkOf(event))).status).toBe(200);
    const forged = sign()(id, 'original', { conversationId, viewer: 'requester' });
    expect((await fetchFile(forged)).status).toBe(404);
  });

  it('is renewed for those who see the file, and for nobody else', async () => {
    const conversationId = uuidv7();
    const { id, headers } = await send(olga, conversationId, 'message');
    services.clock.now += 61 * 60_000;
    const renewed = async (who: Record<string, string>) => {
      const answer = await fetchFile(`/api/v1/files/links?ids=${id},${uuidv7()}`, who);
      return (JSON.parse(answer.body) as { results: UploadedFile[] }).results;
    };
    const fresh = await headersOf(olga);
    const [file] = await renewed(fresh);
    expect((await fetchFile(file?.url ?? '')).status).toBe(200);
    const ada = await makeRequester(services, { company: 'other' });
    expect(await renewed({ authorization: `Bearer ${(await makeSession(services, ada)).secret}` })).toEqual(
      [],
    );
    expect((await fetchFile(`/api/v1/files/links?ids=${id}`, headers)).status).toBe(401);
  });
});

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

it('what no message took within a day goes, with its bytes when nobody else has them', async () => {
  const lonely = await upload('nobody wants this', await headersOf(olga));
  const shared = await upload('two have this', await headersOf(olga));
  services.clock.now += 25 * 60 * 60_000;
  const again = await upload('two have this', await headersOf(olga));
  expect(await sweepOrphans(services)).toBe(2);
  const left = await storedFiles();
  expect(left).not.toContain(lonely.sha256);
  expect(left).toContain(shared.sha256);
  expect((await fetchFile(again.url)).status).toBe(200);
});
