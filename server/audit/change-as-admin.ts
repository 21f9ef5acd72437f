import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { type Actor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

/** What a verb of settings gets: where, when, and who changes. */
export type AdminContext = Pick<Context, 'database' | 'now' | 'actor'>;

/** Admins, and the operator's command line. Refuses with `forbidden`. */
export function requireAdmin(actor: Actor): void {
  if (actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'admin')) return;
  throw new Refusal('forbidden', 'This is for admins.');
}

/** The way to every setting: checks the right, then works in one transaction that may reach all rows. */
export async function changeAsAdmin<T>(ctx: AdminContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
  requireAdmin(ctx.actor);
  return ctx.database.inTransaction(SYSTEM, work);
}
