import { createArticleShelf } from '../articles/article-shelf';
import { createArticleViews } from '../articles/article-views';
import { createServiceLevelReader } from '../clocks/service-levels';
import type { Environment } from '../config/read-environment';
import { EventBus } from '../conversations/event-bus';
import type { Database } from '../db/connect';
import { createFileStore } from '../files/create-file-store';
import { MailWays } from '../inbound/mail-ways';
import { SearchRecorder } from '../searches/search-recorder';
import { loadSecrets } from '../settings/load-secrets';
import { createSettingsReader } from '../settings/read-settings';
import type { Services } from './context';
import type { Logger } from './logger';

/** The services of one process on a migrated database. */
export async function createServices(
  environment: Environment,
  database: Database,
  log: Logger,
  now: () => number = Date.now,
): Promise<Services> {
  const settings = createSettingsReader(database, now);
  const secrets = await loadSecrets(database);
  return {
    environment,
    database,
    bus: new EventBus(),
    files: createFileStore(environment),
    articles: createArticleShelf(database, { now, log }),
    articleViews: createArticleViews(database, now),
    searches: new SearchRecorder({ database, secrets, now }),
    mailWays: new MailWays(now),
    settings,
    serviceLevels: createServiceLevelReader(database, settings, now),
    secrets,
    log,
    now,
  };
}
