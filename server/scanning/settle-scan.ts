import { nowIso, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredAttachment, StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockContent } from '../files/lock-content';
import type { Verdict } from './ask-clamd';

interface Place {
  conversationId: string | null;
}

type Changed = StoredAttachment & { audience: 'all' | 'agents' };

/** A virus is one for everybody who holds the same content, also for those whom an older scanner let through. */
const OPEN_STATES = {
  ready: ['checking'],
  unchecked: ['checking'],
  infected: ['checking', 'ready', 'unchecked'],
};

/**
 * Writes what the scanner said to every file of this content, as an event of each conversation that shows one; the bytes
 * of an infected one go out of the store. May be repeated.
 */
export async function settleScan(services: Services, sha256: string, verdict: Verdict): Promise<void> {
  const open = OPEN_STATES[verdict.state];
  for (;;) {
    const [place] = await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql<Place[]>`
        select m.conversation_id as "conversationId"
        from attachments a left join messages m on m.id = a.message_id
        where a.sha256 = ${sha256} and a.state = any(${open}) limit 1`,
    );
    if (!place) break;
    await settleIn(services, place, sha256, verdict);
  }
  if (verdict.state === 'infected') await removeBytes(services, sha256);
}

/** A file that a message takes meanwhile is found again at its new place. */
async function settleIn(
  services: Services,
  { conversationId }: Place,
  sha256: string,
  verdict: Verdict,
): Promise<void> {
  const open = OPEN_STATES[verdict.state];
  const { state, threat } = verdict;
  const events = await services.database.inTransaction(SYSTEM, async (tx) => {
    if (conversationId === null) {
      await tx.sql`
        update attachments set state = ${state}, threat = ${threat}
        where sha256 = ${sha256} and state = any(${open}) and message_id is null`;
      return [];
    }
    const locked = await lockConversation(tx, conversationId);
    if (!locked) return [];
    const changed = await tx.sql<(Changed & { from: string })[]>`
      with before as (
        select a.id, a.state, m.audience from attachments a join messages m on m.id = a.message_id
        where a.sha256 = ${sha256} and a.state = any(${open}) and m.conversation_id = ${conversationId} for update of a)
      update attachments a set state = ${state}, threat = ${threat} from before where a.id = before.id
      returning a.id, a.name, a.type, a.size, a.sha256, a.width, a.height, a.state, a.threat, before.audience,
        before.state as "from"`;
    return record(tx, locked, changed, nowIso(services));
  });
  if (events.length > 0) services.bus.recorded(events);
}

async function record(
  tx: Transaction,
  locked: Parameters<typeof recordChange>[1],
  changed: readonly (Changed & { from: string })[],
  at: string,
): Promise<StoredEvent[]> {
  const author = { kind: 'system', id: null, name: '' } as const;
  const events: StoredEvent[] = [];
  for (const { from, audience, ...to } of changed)
    events.push(await recordChange(tx, locked, { kind: 'file', author, from, to, at, audience }));
  return events;
}

/** Who has uploaded the same just now waits for a verdict of their own. */
async function removeBytes({ database, files }: Services, sha256: string): Promise<void> {
  await database.inTransaction(SYSTEM, async (tx) => {
    await lockContent(tx, sha256);
    const used = await tx.sql`
      select 1 from attachments where sha256 = ${sha256} and state <> 'infected' limit 1`;
    if (used.length === 0) await files.remove(sha256);
  });
}
