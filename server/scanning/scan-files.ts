import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { SYSTEM } from '../db/actor';
import { ScanCut, scanStream, type Verdict } from './ask-clamd';
import { settleScan } from './settle-scan';

/** Longer than a scan may be silent; a node that dies in the middle leaves its files to others after it. */
const LEASE_MS = 200_000;
const BATCH = 4;
const LONGEST_PAUSE_MS = 60_000;
/** So often cut off, a file is one that the scanner does not take. */
const MOST_CUTS = 6;

interface Waiting {
  id: string;
  sha256: string;
  attempts: number;
}

/**
 * Has the scanner look at files that wait for it, and tells their conversations what it said. Safe on several nodes at
 * once. Without a scanner (any more) they are let go. Gives how many were settled.
 */
export async function scanFiles(services: Services): Promise<number> {
  const waiting = await claim(services);
  const settled = await Promise.all(waiting.map((file) => scan(services, file)));
  return settled.filter((done) => done).length;
}

async function claim({ database, now }: Services): Promise<Waiting[]> {
  const at = new Date(now()).toISOString();
  const until = new Date(now() + LEASE_MS).toISOString();
  return database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Waiting[]>`
      update attachments set scan_due_at = ${until}, scan_attempts = scan_attempts + 1
      where id in (
        select id from attachments where state = 'checking' and scan_due_at <= ${at}
        order by scan_due_at limit ${BATCH} for update skip locked)
      returning id, sha256, scan_attempts as attempts`,
  );
}

async function scan(services: Services, { id, sha256, attempts }: Waiting): Promise<boolean> {
  try {
    const verdict = await judge(services, sha256);
    await settleScan(services, sha256, verdict);
    return true;
  } catch (error) {
    if (error instanceof ScanCut && attempts >= MOST_CUTS) {
      await settleScan(services, sha256, { state: 'unchecked', threat: null });
      return true;
    }
    services.log.warn({ file: id, attempts, ...describeError(error) }, 'file not scanned');
    await putOff(services, id, attempts);
    return false;
  }
}

async function judge({ environment, files }: Services, sha256: string): Promise<Verdict> {
  if (!environment.clamd) return { state: 'ready', threat: null };
  const stored = await files.find(sha256, 'original');
  if (!stored) return { state: 'unchecked', threat: null };
  return scanStream(environment.clamd, await stored.read());
}

async function putOff({ database, now }: Services, id: string, attempts: number): Promise<void> {
  const pause = Math.min(1_000 * 2 ** Math.min(attempts, 10), LONGEST_PAUSE_MS);
  await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update attachments set scan_due_at = ${new Date(now() + pause).toISOString()}
      where id = ${id} and state = 'checking'`,
  );
}
