import type { ImapFlow } from 'imapflow';
import type { ImapMailbox } from '../../config/read-imap-url';
import type { Services } from '../../context/context';
import { describeError } from '../../context/logger';
import { Refusal } from '../../context/refusal';
import { storeInbound } from '../store-inbound';

/**
 * Takes what is new in the open folder, oldest first: each mail is durable before it is marked or moved. What was taken
 * and not yet marked is taken again, and is the mail of the first time. Several nodes may do it at once.
 */
export async function takeMails(
  services: Services,
  client: ImapFlow,
  mailbox: ImapMailbox,
  signal: AbortSignal,
): Promise<void> {
  for (const uid of await findNew(client, mailbox)) {
    if (signal.aborted) return;
    const { content } = await client.download(String(uid), undefined, { uid: true });
    // Another node, or a person, has moved it meanwhile.
    if (!content) continue;
    const taken = await store(services, content);
    if (taken) services.mailWays.noteTaken(mailbox);
    await settle(client, uid, mailbox, taken);
  }
}

async function findNew(client: ImapFlow, { takes, failed }: ImapMailbox): Promise<number[]> {
  // What failed and has no folder to go to stays flagged, and is not tried again.
  const passedOver = failed ? {} : { flagged: false };
  const query = takes === 'all' ? { deleted: false, ...passedOver } : { seen: false, deleted: false };
  const found = await client.search(query, { uid: true });
  return found ? found.sort((a, b) => a - b) : [];
}

/** False: it can never be taken. Throws when it may be later. */
async function store(
  services: Services,
  raw: NonNullable<Awaited<ReturnType<ImapFlow['download']>>['content']>,
) {
  try {
    await storeInbound(services, { raw, way: 'imap', envelope: { from: null, to: [] }, once: true });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    services.log.warn({ job: 'take-mails', ...describeError(error) }, 'mail not taken');
    return false;
  } finally {
    raw.destroy();
  }
}

async function settle(
  client: ImapFlow,
  uid: number,
  { done, failed }: ImapMailbox,
  taken: boolean,
): Promise<void> {
  const one = String(uid);
  const flags = taken ? ['\\Seen'] : ['\\Seen', '\\Flagged'];
  await client.messageFlagsAdd(one, flags, { uid: true });
  const folder = taken ? done : failed;
  if (folder) await client.messageMove(one, folder, { uid: true });
}
