import { Readable } from 'node:stream';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { MailWay } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockContent } from '../files/lock-content';
import type { ReceivedFile } from '../files/temp-folder';

export interface Envelope {
  /** '' is the null sender; null: nobody said. */
  from: string | null;
  to: readonly string[];
}

export interface Remote {
  address: string;
  helo: string;
}

export interface ArrivedMail {
  /** As it came over the wire. */
  raw: Readable | Uint8Array;
  way: MailWay;
  envelope: Envelope;
  /** The machine that handed it over, where that says something of the sender. */
  remote?: Remote;
  /** The same bytes by the same way again are the mail of the first time. */
  once?: boolean;
  /** Called when all bytes have come: throws when they are not to be kept. */
  check?: () => void;
}

const MEGABYTE = 2 ** 20;

/** The largest mail that is taken, in bytes. */
export async function mostMailBytes({ settings }: Pick<Services, 'settings'>): Promise<number> {
  return (await settings.get('mail.max_megabytes')) * MEGABYTE;
}

/**
 * Takes a mail in: when it returns, the raw bytes and the row are durable, whatever becomes of them. The bytes go to disk
 * as they come. Refuses with `body_too_large`; then, or when they are cut off, nothing is left of them.
 */
export async function storeInbound(services: Services, mail: ArrivedMail): Promise<{ id: string }> {
  const { raw } = mail;
  const source = raw instanceof Uint8Array ? Readable.from([raw], { objectMode: false }) : raw;
  const received = await services.files.receive(source, await mostMailBytes(services), tooLarge);
  try {
    mail.check?.();
    await services.files.stage(received, null);
    const id = await keep(services, mail, received);
    services.bus.mailReceived();
    return { id };
  } finally {
    await services.files.discard(received.path);
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('body_too_large', `A mail has at most ${limit} bytes here.`, { details: { limit } });
}

/** The bytes are in their place before the row says so, and the sweeper cannot come between. */
async function keep(services: Services, mail: ArrivedMail, received: ReceivedFile): Promise<string> {
  const id = uuidv7(services.now());
  return services.database.inTransaction(SYSTEM, async (tx) => {
    await lockContent(tx, received.sha256);
    const known = mail.once ? await findSame(tx, mail, received) : undefined;
    if (known) return known;
    await services.files.keep(received, null);
    const at = nowIso(services);
    await tx.sql`
      insert into inbound_mails (id, way, remote, helo, envelope_from, envelope_to, sha256, size, due_at, received_at)
      values (${id}, ${mail.way}, ${mail.remote?.address ?? null}, ${mail.remote?.helo ?? null},
        ${mail.envelope.from}, ${[...mail.envelope.to]},
        ${received.sha256}, ${received.size}, ${at}, ${at})`;
    return id;
  });
}

async function findSame({ sql }: Transaction, { way }: ArrivedMail, { sha256 }: ReceivedFile) {
  const [same] = await sql<{ id: string }[]>`
    select id from inbound_mails where sha256 = ${sha256} and way = ${way} order by id limit 1`;
  return same?.id;
}
