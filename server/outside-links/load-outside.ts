import type { OutsideProblem, OutsideSummary } from '@beseda/shared/protocol/kb-checks';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

export interface OutsideState {
  summary: OutsideSummary;
  /** Addresses that are not there, by themselves. */
  broken: ReadonlyMap<string, { verdict: OutsideProblem; status: number | null; checkedAt: string }>;
}

/** What other sites have said as of `at`; nothing as long as they are not asked. */
export async function loadOutside(tx: Transaction, at: string): Promise<OutsideState> {
  const { sql } = tx;
  const on = await isOn(tx);
  if (!on) return { summary: { on, addresses: 0, waiting: 0, checkedAt: null }, broken: new Map() };
  const [counts] = await sql<{ addresses: number; waiting: number; checkedAt: string | null }[]>`
    select count(*)::int as addresses, (count(*) filter (where due_at <= ${at}))::int as waiting,
      max(checked_at)::text as "checkedAt" from outside_links`;
  const broken = await sql<
    { address: string; verdict: OutsideProblem; status: number | null; checkedAt: string }[]
  >`select address, verdict, status, checked_at::text as "checkedAt" from outside_links
    where verdict in ('gone', 'failing', 'closed') and checked_at is not null`;
  const { addresses = 0, waiting = 0, checkedAt = null } = counts ?? {};
  return {
    summary: { on, addresses, waiting, checkedAt: checkedAt && toIso(checkedAt) },
    broken: new Map(broken.map((row) => [row.address, { ...row, checkedAt: toIso(row.checkedAt) }])),
  };
}

/** As it stands: whoever has just turned it on sees it on. */
export async function isOn({ sql }: Transaction): Promise<boolean> {
  const [setting] = await sql<{ value: unknown }[]>`
    select value from settings where key = 'kb.outside_links'`;
  return setting?.value === 'on';
}
