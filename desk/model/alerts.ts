import { type Clock, systemClock } from '@beseda/shared/client/clock';
import type { Connection } from '@beseda/shared/client/connect';
import type { Http } from '@beseda/shared/client/http';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { Alert, AlertList } from '@beseda/shared/protocol/http';

/** What this agent is told of deadlines. */
export interface Alerts {
  /** Newest first; null until they are known. */
  list: Value<readonly Alert[] | null>;
  unseen: Value<number>;
  /** Those that came just now, for a while. */
  shown: Value<readonly Alert[]>;
  /** Whether a ticket has an alert that was not looked at. */
  isMarked(number: number): boolean;
  /** The alerts of a ticket were looked at, or all of them. */
  see(number?: number): void;
  dismiss(id: string): void;
  stop(): void;
}

const SHOWN_MS = 15_000;
const SHOWN_AT_ONCE = 3;
const KEPT = 50;

export function createAlerts(options: {
  connection: Connection;
  http: Http;
  onAlert: () => void;
  clock?: Clock;
}): Alerts {
  const { connection, http, onAlert, clock = systemClock } = options;
  const list = createValue<readonly Alert[] | null>(null);
  const unseen = createValue(0);
  const shown = createValue<readonly Alert[]>([]);
  const announced = new Set<string>();
  const dismiss = (id: string) => shown.set(shown.get().filter((alert) => alert.id !== id));

  /** The answer may be older than what was heard meanwhile, and knows what was raised while nobody listened. */
  async function load(): Promise<void> {
    const before = list.get();
    const ack = await http<AlertList>('GET', '/desk/alerts');
    if (!ack.ok) return;
    const told = new Set([...(before ?? []), ...ack.data.results].map(({ id }) => id));
    const meanwhile = (list.get() ?? []).filter(({ id }) => !told.has(id));
    list.set([...meanwhile, ...ack.data.results].slice(0, KEPT));
    unseen.set(ack.data.unseen + meanwhile.length);
    if (!before) return;
    const known = new Set(before.map(({ id }) => id));
    for (const alert of ack.data.results.toReversed()) {
      if (alert.seenAt === null && !known.has(alert.id)) show(alert);
    }
  }

  function hear(alert: Alert): void {
    const known = list.get() ?? [];
    if (!known.some(({ id }) => id === alert.id)) {
      list.set([alert, ...known].slice(0, KEPT));
      unseen.set(unseen.get() + 1);
    }
    show(alert);
  }

  function show(alert: Alert): void {
    if (announced.has(alert.id)) return;
    announced.add(alert.id);
    shown.set([...shown.get(), alert].slice(-SHOWN_AT_ONCE));
    clock.after(SHOWN_MS, () => dismiss(alert.id));
    onAlert();
  }

  const isOf = (alert: Alert, number: number | undefined) =>
    number === undefined || alert.ticket.number === number;

  const stops = [
    connection.on('alert:raised', hear),
    connection.state.subscribe(({ kind }) => kind === 'online' && void load()),
  ];
  return {
    list,
    unseen,
    shown,
    dismiss,
    isMarked: (number) =>
      (list.get() ?? []).some((alert) => alert.seenAt === null && alert.ticket.number === number),
    see(number) {
      const alerts = list.get() ?? [];
      const fresh = alerts.filter((alert) => alert.seenAt === null && isOf(alert, number));
      if (fresh.length === 0 && (number !== undefined || unseen.get() === 0)) return;
      const seenAt = new Date().toISOString();
      list.set(alerts.map((alert) => (fresh.includes(alert) ? { ...alert, seenAt } : alert)));
      unseen.set(number === undefined ? 0 : Math.max(0, unseen.get() - fresh.length));
      void http('POST', '/desk/alerts/seen', number === undefined ? {} : { ticket: number });
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
