import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Actor } from '../db/actor';

/** Agents write; a requester never reaches a draft. Refuses with `forbidden`. */
export function requireWriter(actor: Actor): void {
  if (actor.kind !== 'agent' && actor.kind !== 'system')
    throw new Refusal('forbidden', 'This is for agents.');
}

/** Who writes, as a column takes it; null: the system. */
export function writerId(actor: Actor): string | null {
  return actor.kind === 'agent' ? actor.agentId : null;
}

/** Admins always; other agents unless the setting `kb.publish` keeps it for admins. */
export async function mayPublish({ actor, settings }: Pick<Context, 'actor' | 'settings'>): Promise<boolean> {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'agent') return false;
  return actor.role === 'admin' || (await settings.get('kb.publish')) === 'agents';
}

/** Refuses with `forbidden`. */
export async function requirePublisher(ctx: Pick<Context, 'actor' | 'settings'>): Promise<void> {
  requireWriter(ctx.actor);
  if (!(await mayPublish(ctx))) throw new Refusal('forbidden', 'Only admins publish articles here.');
}
