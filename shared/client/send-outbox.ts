import type { Clock } from './clock';
import type { Connection } from './connect';
import type { OutboxRow, OutboxRows } from './outbox-rows';
import { type SendContext, sendRow } from './send-row';

interface SenderOptions extends Omit<SendContext, 'rows'> {
  connection: Connection;
  clock: Clock;
  /** Runs work while no other tab of this owner is sending. */
  exclusively: (work: () => Promise<void>) => Promise<void>;
}

export interface Sender {
  /** Sends what waits, now or after what is being sent. */
  wake: () => void;
  /** Settles when nothing more can be sent for now. */
  whenIdle: () => Promise<void>;
  stop: () => void;
}

const MOST_MS = 60_000;

/** Sends the rows of an outbox: conversations side by side, the messages of each one after another. */
export function createSender(rows: OutboxRows, options: SenderOptions): Sender {
  const { connection, clock, exclusively } = options;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let failures = 0;
  let cancelRetry = () => {};
  /** Tells the run that something was added. */
  let knock = () => {};

  /** False when the rest of the lane has to wait: no line, or a refused beginning that the others need. */
  async function step(row: OutboxRow): Promise<boolean> {
    const current = rows.find(row.clientId);
    if (stopped || !current) return !stopped;
    if (current.refused) return current.start === undefined;
    const outcome = await sendRow(current, { ...options, rows });
    rows.show(row.clientId, null);
    if (outcome.kind === 'stored') {
      failures = 0;
      await rows.settle(current, outcome.stored);
      return true;
    }
    if (outcome.kind === 'refused') {
      await rows.change(current, (kept) => ({ ...kept, refused: outcome.refused }));
      return current.start === undefined;
    }
    cancelRetry();
    if (!stopped) cancelRetry = clock.after(Math.min(MOST_MS, 2000 * 2 ** failures++), wake);
    return false;
  }

  /** Sends what a conversation has, also what is added meanwhile; each row once. */
  async function sendLane(id: string): Promise<void> {
    const tried = new Set<string>();
    const next = () => rows.all.find((row) => row.conversationId === id && !tried.has(row.clientId));
    for (let row = next(); row; row = next()) {
      tried.add(row.clientId);
      if (!(await step(row))) return;
    }
  }

  async function run(): Promise<void> {
    const lanes = new Map<string, Promise<unknown>>();
    while (again || lanes.size > 0) {
      const knocked = new Promise<void>((resolve) => {
        knock = resolve;
      });
      if (again) {
        again = false;
        await rows.reload();
        for (const { conversationId: id } of rows.all)
          if (!lanes.has(id))
            lanes.set(
              id,
              sendLane(id).then(() => lanes.delete(id)),
            );
      }
      if (lanes.size > 0) await Promise.race([knocked, ...lanes.values()]);
    }
  }

  const isReady = () => !stopped && connection.state.get().kind === 'online';

  function wake(): void {
    if (!isReady()) return;
    again = true;
    knock();
    running ??= exclusively(run).then(() => {
      running = null;
      if (again) wake();
    });
  }

  async function whenIdle(): Promise<void> {
    if (!running) return;
    await running;
    await whenIdle();
  }

  return {
    wake,
    whenIdle,
    stop() {
      stopped = true;
      cancelRetry();
    },
  };
}
