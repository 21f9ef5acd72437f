import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { PersonRole } from '@beseda/shared/domain/words';
import { createArticleViews } from '../articles/article-views';
import { createServiceLevelReader } from '../clocks/service-levels';
import { readEnvironment } from '../config/read-environment';
import { type Context, contextFor, type Services } from '../context/context';
import type { Logger } from '../context/logger';
import { EventBus } from '../conversations/event-bus';
import type { StoredEvent } from '../conversations/stored-event';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { connectDatabase, type Database } from '../db/connect';
import { MailWays } from '../inbound/mail-ways';
import { SearchRecorder } from '../searches/search-recorder';
import { createSettingsReader } from '../settings/read-settings';

const SILENT: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** A clock that stands still until it is told to move. Milliseconds. */
export interface TestClock {
  now: number;
}

export interface TestServices extends Services {
  clock: TestClock;
  /** Every event that was published, in order. */
  published: StoredEvent[];
}

/** Services on a cloned database, with a clock of their own. Verbs that need files or articles get the real ones elsewhere. */
export function makeServices(appUrl: string, parts: Partial<Services> = {}): TestServices {
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') };
  const database = connectDatabase(appUrl, { max: 8 });
  const bus = new EventBus();
  const published: StoredEvent[] = [];
  bus.subscribe({ recorded: (events) => published.push(...events) });
  const now = () => clock.now;
  const settings = createSettingsReader(database, now);
  const secrets = {
    fileLinks: 'test',
    calls: 'test',
    ratingLinks: 'test',
    mailLinks: 'test',
    visitors: 'test',
  };
  return {
    environment: readEnvironment({ MAIL_DOMAIN: 'desk.example' }, '/tmp'),
    database,
    bus,
    files: undefined as never,
    articles: undefined as never,
    articleViews: createArticleViews(database, now),
    mailWays: new MailWays(now),
    settings,
    serviceLevels: createServiceLevelReader(database, settings, now),
    searches: new SearchRecorder({ database, secrets, now }),
    secrets,
    log: SILENT,
    now,
    clock,
    published,
    ...parts,
  };
}

/** A person of a company; the company is made when it is named for the first time. */
export async function makeRequester(
  services: Services,
  given: { company?: string; name?: string; role?: PersonRole; email?: string | null } = {},
): Promise<RequesterActor> {
  const { company = 'vita', name = 'Ольга', role = 'staff', email = 'olga@vita.example' } = given;
  const personId = uuidv7();
  const companyId = await makeCompany(services.database, company);
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into people (id, company_id, sub, name, email, role)
      values (${personId}, ${companyId}, ${personId}, ${name}, ${email}, ${role})`,
  );
  return {
    kind: role === 'manager' ? 'manager' : 'requester',
    personId,
    companyId,
    appId: null,
    sessionId: uuidv7(),
    name,
    locale: 'ru',
  };
}

async function makeCompany(database: Database, externalId: string): Promise<string> {
  return database.inTransaction(SYSTEM, async ({ sql }) => {
    const [row] = await sql<{ id: string }[]>`
      insert into companies (id, external_id, name, plan, region) values (${uuidv7()}, ${externalId}, ${externalId}, 'business', 'RU')
      on conflict (external_id) do update set name = excluded.name returning id`;
    if (!row) throw new Error('no company');
    return row.id;
  });
}

export async function makeAgent(services: Services, name = 'Анна'): Promise<AgentActor> {
  const agentId = uuidv7();
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql`insert into agents (id, email, name, role) values (${agentId}, ${`${agentId}@desk.example`}, ${name}, 'agent')`,
  );
  return { kind: 'agent', agentId, role: 'agent', name, sessionId: null };
}

export function as(services: Services, actor: Context['actor']): Context {
  return contextFor(services, actor);
}
