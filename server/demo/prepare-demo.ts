import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AgentRole } from '@beseda/shared/domain/words';
import { addAgent } from '../agents/add-agent';
import { keepFiles } from '../article-files/keep-files';
import { importArticles } from '../articles/import-articles';
import { findRoot } from '../config/find-root';
import { contextFor, nowIso, type Services } from '../context/context';
import { type AgentActor, SYSTEM } from '../db/actor';
import type { DemoAgent } from './past-conversation';
import { prepareCompanies } from './prepare-companies';
import { preparePhone } from './prepare-phone';
import { prepareViews } from './prepare-views';
import { type DemoAgents, replayConversations } from './replay-conversations';
import { settlePast, tieConversations } from './tie-conversations';

export const DEMO_AGENT_EMAIL = 'anna@desk.example';
type DemoAgentCard = { email: string; name: string; role: AgentRole };
const AGENTS: Readonly<Record<DemoAgent, DemoAgentCard>> = {
  anna: { email: DEMO_AGENT_EMAIL, name: 'Анна Соколова', role: 'admin' },
  mikhail: { email: 'mikhail@desk.example', name: 'Михаил Котов', role: 'agent' },
  vera: { email: 'kim@desk.example', name: 'Вера Ким', role: 'agent' },
};
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
  const agents = await ensureAgents(services);
  await preparePhone(
    services,
    Object.values(agents).map(({ agentId }) => agentId),
  );
  if (!(await hasArticles(services))) {
    report('Loading the starter knowledge base…');
    await importArticles(services, join(findRoot(), 'server/starter-kb'), {
      strict: true,
      keep: (paths) => keepFiles(services, paths),
    });
  }
  if (await isDeskEmpty(services)) {
    report('Loading conversations of the last days…');
    const replayed = await replayConversations(services, agents);
    await tieConversations(services, agents, replayed);
    await settlePast(services);
    await prepareViews(services);
    await prepareCompanies(services, agents);
  }
  return app;
}

async function ensureAgents(services: Services): Promise<DemoAgents> {
  const ensure = async ({ email, name, role }: DemoAgentCard): Promise<AgentActor> => {
    const { id } = await addAgent(contextFor(services, SYSTEM), { email, name, role });
    return { kind: 'agent', agentId: id, role, name, sessionId: null };
  };
  return {
    anna: await ensure(AGENTS.anna),
    mikhail: await ensure(AGENTS.mikhail),
    vera: await ensure(AGENTS.vera),
  };
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
