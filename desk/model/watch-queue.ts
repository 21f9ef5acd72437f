import type { Connection } from '@beseda/shared/client/connect';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { QueueRow } from '@beseda/shared/protocol/http';
import type { QueueCounts } from '@beseda/shared/protocol/socket';
import { type Attention, NO_ATTENTION, noteRow } from './attention';
import type { FetchQueuePage, Queue } from './queue';

export interface QueueWatch {
  counts: Value<QueueCounts | null>;
  attention: Value<Attention>;
  stop(): void;
}

/** Follows the queue while there is a line: list, counts, unread tickets and news of tickets that have just been opened. */
export function watchQueue(options: {
  connection: Connection;
  queue: Queue;
  fetchPage: FetchQueuePage;
  agentId: string;
  onNew: (row: QueueRow) => void;
}): QueueWatch {
  const { connection, queue, fetchPage, agentId, onNew } = options;
  const counts = createValue<QueueCounts | null>(null);
  const attention = createValue<Attention>(NO_ATTENTION);

  function note(row: QueueRow): boolean {
    const noted = noteRow(attention.get(), row, agentId);
    attention.set(noted.attention);
    return noted.isNew;
  }

  async function catchUp(): Promise<void> {
    const ack = await connection.request('queue:watch', {});
    if (ack.ok) counts.set(ack.data);
    // Only now: what changed before the watch began is in the list, what changes after it comes as a fact.
    void queue.refresh();
    for (const view of ['unassigned', 'mine'] as const) {
      const page = await fetchPage({ view, query: '', cursor: null });
      if (page.ok) page.data.results.forEach(note);
    }
  }

  const stops = [
    connection.state.subscribe(({ kind }) => {
      if (kind === 'online') void catchUp();
    }),
    connection.on('ticket:deleted', () => void queue.refresh()),
    connection.on('queue:counted', (fact) => counts.set(fact)),
    connection.on('ticket:changed', (row) => {
      queue.take(row);
      if (note(row)) onNew(row);
    }),
  ];
  return {
    counts,
    attention,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
