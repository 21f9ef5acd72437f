import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createApiToken } from '../agents/create-api-token';
import { type AddedApp, addApp } from '../apps/add-app';
import type { RefusedOrigins } from '../apps/count-refused-origins';
import { createAppDirectory } from '../apps/find-app';
import { createArticleShelf } from '../articles/article-shelf';
import { importArticles } from '../articles/import-articles';
import { findRoot } from '../config/find-root';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { DESK_COOKIE } from '../http/authenticate';
import { createApp } from '../http/create-app';
import { createMetrics } from '../http/create-metrics';
import { endSession } from '../sessions/end-session';
import { loadRenderer } from '../start/load-renderer';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type SeededCompany, seedCompany } from './seed-company';

/** Everybody who may knock, seen from the company whose objects are asked for. */
export const EVERYBODY = [
  'nobody',
  'owner',
  'colleague',
  'follower',
  'manager',
  'stranger',
  'strangeManager',
  'distributor',
  'ended',
  'agent',
  'admin',
  'endedAgent',
  'apiToken',
] as const;
export type Who = (typeof EVERYBODY)[number];

export const ORIGIN = 'https://office.example';

export interface World {
  services: TestServices;
  app: FastifyInstance;
  /** The embedding site, with its secret. */
  site: AddedApp;
  /** Who asked for an app from where they may not. */
  refused: RefusedOrigins;
  ours: SeededCompany;
  theirs: SeededCompany;
  anna: AgentActor;
  admin: AgentActor;
  apiToken: string;
  /** How this one proves who they are, with a session of their own each time. */
  headersOf(who: Who): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** A whole server with two companies, articles and files, on a database of its own. */
export async function openWorld({ rateLimits = false } = {}): Promise<World> {
  const clone = await cloneTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-world-'));
  const services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  services.clock.now = Date.now();
  const { database, now, log } = services;
  const whole = { ...services, articles: createArticleShelf(database, { now, log }) };
  await importArticles(whole, join(findRoot(), 'server/starter-kb'), { strict: true });
  await whole.articles.refresh();
  const anna = await makeAgent(whole);
  const admin: AgentActor = { ...(await makeAgent(whole, 'Админ')), role: 'admin' };
  await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set role = 'admin' where id = ${admin.agentId}`,
  );
  const ours = await seedCompany(whole, 'vita', anna);
  const theirs = await seedCompany(whole, 'other', anna);
  await database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql`insert into phone_numbers (id, region, number) values (${uuidv7()}, 'RU', '+7 495 000-00-00')`,
  );
  const site = await addApp(as(whole, SYSTEM), { name: 'МЛМ Офис', origins: [ORIGIN] });
  const directory = createAppDirectory(database, now);
  const app = await createApp(
    { ...whole, environment: { ...whole.environment, rateLimits } },
    pino({ level: 'silent' }),
    {
      directory,
      metrics: createMetrics(),
      render: await loadRenderer(),
      onlineAgents: async () => new Set<string>(),
      isClosing: () => false,
      demo: { appKey: site.key, secret: site.secret, kid: site.kid },
    },
  );
  await app.ready();
  const apiToken = await createApiToken(as(whole, SYSTEM), { name: 'Export', role: 'agent' });
  const world = {
    services: whole,
    app,
    site,
    refused: directory.refused,
    ours,
    theirs,
    anna,
    admin,
    apiToken,
  };
  return {
    ...world,
    headersOf: (who) => headersOf(world, who),
    close: async () => {
      await app.close();
      await database.close();
      await clone.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The person behind a name; null: nobody, or a program. */
async function actorOf(
  world: Pick<World, 'services' | 'ours' | 'theirs' | 'anna' | 'admin'>,
  who: Who,
): Promise<RequesterActor | AgentActor | null> {
  switch (who) {
    case 'nobody':
    case 'apiToken':
      return null;
    case 'owner':
    case 'colleague':
    case 'follower':
    case 'manager':
      return world.ours[who];
    case 'ended':
      return world.ours.owner;
    case 'stranger':
      return world.theirs.owner;
    case 'strangeManager':
      return world.theirs.manager;
    case 'distributor':
      return makeRequester(world.services, { company: 'vita', role: 'distributor' });
    case 'agent':
    case 'endedAgent':
      return world.anna;
    case 'admin':
      return world.admin;
  }
}

async function headersOf(
  world: Omit<World, 'headersOf' | 'close'>,
  who: Who,
): Promise<Record<string, string>> {
  if (who === 'apiToken') return { authorization: `Bearer ${world.apiToken}` };
  const actor = await actorOf(world, who);
  if (!actor) return {};
  const session = await makeSession(world.services, actor);
  if (who === 'ended' || who === 'endedAgent') await endSession(world.services, session.id);
  return actor.kind === 'agent'
    ? { cookie: `${DESK_COOKIE}=${session.secret}`, 'x-beseda-desk': '1' }
    : { authorization: `Bearer ${session.secret}` };
}

/** A file of the owner's, stored and linked to no message yet: its id. */
export async function uploadOf(world: World, headers: Record<string, string>): Promise<string> {
  const { payload, type } = fileForm();
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/v1/files?clientId=${uuidv7()}`,
    headers: { ...headers, 'content-type': type },
    payload,
  });
  return answer.json<{ id: string }>().id;
}

/** A new ticket of the owner's: its number. */
export async function openTicketOf(world: World): Promise<number> {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/v1/tickets',
    headers: await world.headersOf('owner'),
    payload: { clientId: uuidv7(), text: 'Вопрос на один раз' },
  });
  return answer.json<{ number: number }>().number;
}

/** The owner's file in their conversation: its id. */
export async function attachmentOf({ services, ours }: World): Promise<string> {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select a.id from attachments a join messages m on m.id = a.message_id
      where m.conversation_id = ${ours.conversationId} limit 1`,
  );
  return row?.id ?? '';
}

/** An upload of three bytes by parts, of which none has come yet: its client id. */
export async function beginUpload(world: World, headers: Record<string, string>): Promise<string> {
  const clientId = uuidv7();
  const payload = { clientId, name: 'a.txt', size: 3 };
  await world.app.inject({ method: 'POST', url: '/api/v1/uploads', headers, payload });
  return clientId;
}

export function fileForm(): { payload: string; type: string } {
  const payload = [
    '--edge',
    'content-disposition: form-data; name="file"; filename="a.txt"',
    'content-type: text/plain',
    '',
    'Первая строка.',
    '--edge--',
    '',
  ].join('\r\n');
  return { payload, type: 'multipart/form-data; boundary=edge' };
}
