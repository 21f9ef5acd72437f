import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { loadFollowing, loadRows, toQueueRow, toSummary } from '../conversations/load-rows';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { rooms } from './rooms';
import type { SocketServer } from './socket-server';

const GATHER_MS = 100;

/**
 * Tells lists about rows that changed and marks events as published. Both are gathered for a moment and done for many
 * conversations in one transaction, off the way of the ack. The marks hold the rows that senders wait for as briefly as
 * can be: they come last and wait for no disk, for one that a crash loses is set again by the sweeper.
 */
export class RowAnnouncer {
  readonly #services: Services;
  readonly #io: SocketServer;
  readonly #touched = new Set<string>();
  readonly #published = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(services: Services, io: SocketServer) {
    this.#services = services;
    this.#io = io;
  }

  touch(conversationId: string): void {
    this.#touched.add(conversationId);
    this.#timer ??= setTimeout(() => this.#next(), GATHER_MS);
  }

  published(events: readonly StoredEvent[]): void {
    for (const { conversationId, seq } of events) {
      this.#published.set(conversationId, Math.max(seq, this.#published.get(conversationId) ?? 0));
      this.touch(conversationId);
    }
  }

  /** Everything gathered so far has been announced. */
  async flush(): Promise<void> {
    if (this.#timer) this.#next();
    await this.#running;
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(() => this.#announce());
  }

  async #announce(): Promise<void> {
    const ids = [...this.#touched];
    const published = [...this.#published];
    this.#touched.clear();
    this.#published.clear();
    try {
      const { rows, following } = await this.#services.database.inTransaction(SYSTEM, async (tx) => {
        const [rows, following] = await Promise.all([
          loadRows(tx, tx.sql`where c.id = any(${ids}::uuid[])`),
          loadFollowing(tx, tx.sql`f.conversation_id = any(${ids}::uuid[])`),
        ]);
        if (published.length > 0) await markPublished(tx, published);
        return { rows, following };
      });
      for (const row of rows) {
        const marks = following.filter(({ conversationId }) => conversationId === row.id);
        const own = [row, ...marks].map(({ personId }) => rooms.person(personId));
        this.#io.to(rooms.person(row.personId)).emit('conversation:changed', toSummary(row, row.personId));
        for (const mark of marks)
          this.#io
            .to(rooms.person(mark.personId))
            .emit('conversation:changed', toSummary(row, mark.personId, mark));
        this.#io
          .to(rooms.managers(row.companyId))
          .except(own)
          .emit('conversation:changed', toSummary(row, null));
        this.#io.to(rooms.queue).emit('ticket:changed', toQueueRow(row));
      }
    } catch (error) {
      this.#services.log.warn({ rows: ids.length, ...describeError(error) }, 'rows not announced');
    }
  }
}

async function markPublished(
  { sql }: Transaction,
  published: readonly [id: string, seq: number][],
): Promise<void> {
  const ids = published.map(([id]) => id);
  await sql`set local synchronous_commit = off`;
  await sql`
    with locked as (select id from conversations where id = any(${ids}::uuid[]) order by id for no key update)
    update conversations c set published_seq = greatest(c.published_seq, given.seq)
    from unnest(${ids}::uuid[], ${published.map(([, seq]) => seq)}::int[]) as given (id, seq), locked
    where c.id = given.id and locked.id = c.id`;
}
