import type { Clock } from './clock';
import { releaseFiles } from './hold-file';
import type { OutboxRow, OutboxRows } from './outbox-rows';
import type { Sender } from './send-outbox';
import type { Store } from './store';

/** What is rarely done to an outbox, apart so that widgets load it when it is. */

export async function clearRefusal(rows: OutboxRows, clientId: string): Promise<void> {
  const row = rows.find(clientId);
  if (!row) return;
  await rows.change(row, (kept) => {
    const next = { ...kept };
    delete next.refused;
    return next;
  });
}

/** Deletes a row and answers it; its files stay stored. */
export async function removeMessage(rows: OutboxRows, clientId: string): Promise<OutboxRow | null> {
  const row = rows.find(clientId);
  if (!row) return null;
  const { start, conversationId, order } = row;
  const next = rows.all.find((other) => other.conversationId === conversationId && other.order > order);
  // What begins the conversation must not go with its first message; a report is that message's own.
  const { report: _, ...begin } = start ?? {};
  if (start && next) await rows.change(next, (kept) => ({ start: begin, ...kept }));
  await rows.delete(row);
  return row;
}

/** Sends what it can within `ms`, deletes the rest with its files and answers how many those were. */
export async function drainOutbox(
  rows: OutboxRows,
  { store, sender, clock, ms }: { store: Store; sender: Sender; clock: Clock; ms: number },
): Promise<number> {
  sender.wake();
  await Promise.race([sender.whenIdle(), new Promise<void>((resolve) => void clock.after(ms, resolve))]);
  sender.stop();
  await rows.reload();
  const left = rows.all;
  for (const row of left) {
    await releaseFiles(store, row.files);
    await rows.delete(row);
  }
  return left.length;
}
