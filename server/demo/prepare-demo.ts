import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { addAgent } from '../agents/add-agent';
import { importArticles } from '../articles/import-articles';
import { findRoot } from '../config/find-root';
import { contextFor, nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { preparePhone } from './prepare-phone';
import { replayConversations } from './replay-conversations';

export const DEMO_AGENT_EMAIL = 'anna@desk.example';
const DEMO_AGENT_NAME = 'Анна Соколова';
const DEMO_KEY = 'demo';

/** The app that the demo's host page embeds, with the secret that the host's server signs with. */
export interface DemoApp {
  appKey: string;
  secret: string;
  kid: string;
}

/** Makes what the demo needs where it is missing: app, agents, starter knowledge base. Data of a former start is kept. */
export async function prepareDemo(services: Services, report: (line: string) => void): Promise<DemoApp> {
  const app = await ensureApp(services);
  const { id: agentId } = await addAgent(contextFor(services, SYSTEM), {
    email: DEMO_AGENT_EMAIL,
    name: DEMO_AGENT_NAME,
    role: 'admin',
  });
  const mikhail = await addAgent(contextFor(services, SYSTEM), {
    email: 'mikhail@desk.example',
    name: 'Михаил Котов',
    role: 'agent',
  });
  await preparePhone(services, [agentId, mikhail.id]);
  if (!(await hasArticles(services))) {
    report('Loading the starter knowledge base…');
    await importArticles(services, join(findRoot(), 'server/starter-kb'), { strict: true });
  }
  if (await isDeskEmpty(services)) {
    report('Loading conversations of the last days…');
    await replayConversations(services, {
      kind: 'agent',
      agentId,
      role: 'admin',
      name: DEMO_AGENT_NAME,
      sessionId: null,
    });
  }
  return app;
}

async function ensureApp(services: Services): Promise<DemoApp> {
  const { environment } = services;
  const own = [new URL(environment.publicUrl).origin, `http://127.0.0.1:${environment.port}`];
  const origins = [...new Set(own)];
  return services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into apps (id, key, name, origins, trusted_claims, created_at)
      values (${uuidv7()}, ${DEMO_KEY}, 'МЛМ Офис', ${origins}, true, ${nowIso(services)})
      on conflict (key) do update set origins = apps.origins
        || array(select o from unnest(excluded.origins) as o where o <> all(apps.origins))`;
    await sql`
      insert into app_secrets (id, app_id, kid, algorithm, material, created_at)
      select ${uuidv7()}, a.id, 'demo-1', 'HS256', ${randomBytes(32).toString('base64url')}, ${nowIso(services)}
      from apps a where a.key = ${DEMO_KEY} and not exists (
        select from app_secrets where app_id = a.id and algorithm = 'HS256' and retired_at is null)
      on conflict (app_id, kid) do update set retired_at = null`;
    const [secret] = await sql<{ kid: string; material: string }[]>`
      select s.kid, s.material from app_secrets s join apps a on a.id = s.app_id
      where a.key = ${DEMO_KEY} and s.algorithm = 'HS256' and s.retired_at is null order by s.created_at desc limit 1`;
    if (!secret) throw new Error('The demo app has no active secret.');
    return { appKey: DEMO_KEY, secret: secret.material, kid: secret.kid };
  });
}

async function hasArticles(services: Services): Promise<boolean> {
  return services.database.inTransaction(
    SYSTEM,
    async ({ sql }) => (await sql`select 1 from articles limit 1`).length > 0,
  );
}

async function isDeskEmpty(services: Services): Promise<boolean> {
  return services.database.inTransaction(
    SYSTEM,
    async ({ sql }) => (await sql`select 1 from tickets limit 1`).length === 0,
  );
}
