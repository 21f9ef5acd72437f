import { setTimeout as pause } from 'node:timers/promises';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { type Asking, askAddress } from './ask-address';
import { type Heard, judgeAnswer } from './judge-answer';
import { noteAddresses } from './note-addresses';

/** At once, and of each in one turn. */
const HOSTS = 4;
const PER_HOST = 5;
/** Longer than a turn can last: what a dead node was asking is asked by others after it. */
const LEASE_MS = 600_000;
/** Of claims: two nodes at once must not share a host. */
const CLAIM_LOCK = 0x0175_1de5;

interface Claimed {
  address: string;
  host: string;
  failures: number;
}

export interface Turn extends Omit<Asking, 'userAgent'> {
  /** Between two requests to one host. */
  pauseMs: number;
}

/**
 * Asks other sites whether what articles link to is still there: few hosts at once, one request after another at each. Does
 * nothing unless the setting is on. Safe on several nodes at once. Gives how many were asked.
 */
export async function checkOutsideLinks(services: Services, turn: Turn): Promise<number> {
  if ((await services.settings.get('kb.outside_links')) === 'off') return 0;
  await noteAddresses(services);
  const claimed = await claim(services);
  const hosts = [...new Set(claimed.map(({ host }) => host))];
  const ask = (host: string) =>
    askHost(
      services,
      claimed.filter((one) => one.host === host),
      turn,
    );
  const counts = await Promise.all(hosts.map(ask));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function claim({ database, now }: Services): Promise<Claimed[]> {
  const at = new Date(now()).toISOString();
  const until = new Date(now() + LEASE_MS).toISOString();
  return database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`;
    return sql<Claimed[]>`
      with free as (
        select host from outside_links group by host
        having min(due_at) <= ${at} and coalesce(max(leased_until) <= ${at}, true)
        order by min(due_at), host limit ${HOSTS}
      ), due as (
        select address, row_number() over (partition by host order by due_at, address) as place
        from outside_links join free using (host) where due_at <= ${at}
      )
      update outside_links set leased_until = ${until}
      where address in (select address from due where place <= ${PER_HOST})
      returning address, host, failures`;
  });
}

async function askHost(services: Services, addresses: readonly Claimed[], turn: Turn): Promise<number> {
  const { signal, pauseMs } = turn;
  const userAgent = `Beseda link check (+${services.environment.publicUrl}/help)`;
  let asked = 0;
  try {
    for (const { address, failures } of addresses) {
      if (asked > 0) await pause(pauseMs, undefined, { signal });
      const heard = await askAddress(address, { ...turn, userAgent });
      if (signal.aborted) break;
      await keep(services, { address, failures, heard });
      asked += 1;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await release(services, addresses);
  }
  return asked;
}

async function keep(services: Services, asked: { address: string; failures: number; heard: Heard }) {
  const { verdict, failures, pauseMs } = judgeAnswer(asked.heard, asked.failures);
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update outside_links set verdict = ${verdict}, failures = ${failures}, checked_at = ${nowIso(services)},
        status = ${typeof asked.heard === 'number' ? asked.heard : null},
        due_at = ${new Date(services.now() + pauseMs).toISOString()}
      where address = ${asked.address}`,
  );
}

async function release({ database }: Services, addresses: readonly Claimed[]): Promise<void> {
  const all = addresses.map(({ address }) => address);
  await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update outside_links set leased_until = null where address = any(${all})`,
  );
}
