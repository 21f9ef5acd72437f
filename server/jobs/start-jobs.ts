import { releaseDisabled } from '../agents/disable-agent';
import { recountClocks } from '../clocks/recount-clocks';
import { sweepClocks } from '../clocks/sweep-clocks';
import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { sweepOrphans } from '../files/sweep-orphans';
import type { Metrics } from '../http/create-metrics';
import { watchMailboxes } from '../inbound/imap/watch-mailboxes';
import { runInboundLoop } from '../inbound/run-inbound-loop';
import { runMailLoop } from '../mail/run-mail-loop';
import { sweepScheduled } from '../manuscripts/sweep-scheduled';
import { runLinkChecks } from '../outside-links/run-link-checks';
import { keepRetention } from '../retention/keep-retention';
import { noteAgentsSeen } from '../routing/note-agents-seen';
import { releaseAbsent } from '../routing/release-absent';
import { routeTickets } from '../routing/route-tickets';
import { scanFiles } from '../scanning/scan-files';
import { sweepSessions } from '../sessions/end-session';
import { sweepAcceptances } from '../tickets/sweep-acceptances';
import { runEvery } from './run-every';
import { sweepUnpublished } from './sweep-unpublished';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const VIEWS_MS = 10_000;

/** Everything a server does by itself. Safe on several nodes at once. Gives its stop. */
export function startJobs(
  services: Services,
  metrics: Metrics,
  onlineAgents: () => Promise<ReadonlySet<string>>,
): () => Promise<void> {
  const { log } = services;
  const stops = [
    runEvery(1_000, 'sweep-unpublished', log, () => sweepUnpublished(services)),
    runEvery(1_000, 'sweep-clocks', log, () => sweepClocks(services)),
    runEvery(1_000, 'recount-clocks', log, () => recountClocks(services)),
    runEvery(1_000, 'sweep-acceptances', log, () => sweepAcceptances(services)),
    runEvery(1_000, 'sweep-scheduled', log, () => sweepScheduled(services)),
    runEvery(2_000, 'route-tickets', log, async () => routeTickets(services, await onlineAgents())),
    runEvery(MINUTE_MS, 'follow-absence', log, async () => {
      const online = await onlineAgents();
      await noteAgentsSeen(services, online);
      await releaseAbsent(services, online);
      await releaseDisabled(services);
    }),
    runEvery(HOUR_MS, 'sweep-sessions', log, () => sweepSessions(services)),
    runEvery(10 * MINUTE_MS, 'keep-retention', log, () =>
      keepRetention(services, (rule, count) => metrics.retentionRemoved.inc({ rule }, count)),
    ),
    runEvery(HOUR_MS, 'sweep-orphans', log, () => sweepOrphans(services)),
    runEvery(2_000, 'record-searches', log, async () =>
      metrics.searchesLost.inc(await services.searches.flush()),
    ),
    runEvery(1_000, 'scan-files', log, () => scanFiles(services)),
    runEvery(VIEWS_MS, 'store-views', log, () => services.articleViews.store()),
    runLinkChecks(services),
    runMailLoop(services),
    runInboundLoop(services),
    watchMailboxes(services, services.environment.imap),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await services.articleViews.store().catch(() => {});
    await services.searches
      .flush({ all: true })
      .catch((error: unknown) => log.warn(describeError(error), 'searches not recorded'));
  };
}
