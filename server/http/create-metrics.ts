import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  connections: Gauge;
  /** Seconds from receipt to ack. */
  socketRequests: Histogram<'event' | 'code'>;
  /** What was kept long enough. */
  retentionRemoved: Counter<'rule'>;
  /** Of what people searched: too many at once, or from one address. */
  searchesLost: Counter;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    connections: new Gauge({ name: 'beseda_connections', help: 'Open sockets', registers: [registry] }),
    retentionRemoved: new Counter({
      name: 'beseda_retention_removed_total',
      help: 'Objects removed because they were kept long enough',
      labelNames: ['rule'],
      registers: [registry],
    }),
    searchesLost: new Counter({
      name: 'beseda_searches_lost_total',
      help: 'Searches that were not recorded, because there were too many',
      registers: [registry],
    }),
    socketRequests: new Histogram({
      name: 'beseda_socket_request_seconds',
      help: 'Time from receipt to ack',
      labelNames: ['event', 'code'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers: [registry],
    }),
  };
}
