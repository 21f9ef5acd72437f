import type { ArticleShelf } from '../articles/article-shelf';
import type { ArticleViews } from '../articles/article-views';
import type { ServiceLevelReader } from '../clocks/service-levels';
import type { Environment } from '../config/read-environment';
import type { EventBus } from '../conversations/event-bus';
import type { Actor } from '../db/actor';
import type { Database, Transaction } from '../db/connect';
import type { FileStore } from '../files/file-store';
import type { MailWays } from '../inbound/mail-ways';
import type { SearchRecorder } from '../searches/search-recorder';
import type { Secrets } from '../settings/load-secrets';
import type { SettingsReader } from '../settings/read-settings';
import type { Logger } from './logger';

/** What one server process has; made once at start. */
export interface Services {
  readonly environment: Environment;
  readonly database: Database;
  readonly bus: EventBus;
  readonly files: FileStore;
  readonly articles: ArticleShelf;
  readonly articleViews: ArticleViews;
  readonly searches: SearchRecorder;
  readonly mailWays: MailWays;
  readonly settings: SettingsReader;
  readonly serviceLevels: ServiceLevelReader;
  readonly secrets: Secrets;
  readonly log: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What a verb gets: the process's services and who acts. */
export interface Context extends Services {
  readonly actor: Actor;
  inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

export function contextFor(services: Services, actor: Actor): Context {
  return {
    ...services,
    actor,
    inTransaction: (work) => services.database.inTransaction(actor, work),
  };
}

export function nowIso(services: Pick<Services, 'now'>): string {
  return new Date(services.now()).toISOString();
}
