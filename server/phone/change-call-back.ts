import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';

/** `done: false` takes it back. Refuses with not_found. */
export async function changeCallBack(
  ctx: Context,
  id: string,
  change: { done?: boolean; dueAt?: string },
): Promise<void> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const doneAt = change.done ? nowIso(ctx) : null;
  const changed = await ctx.inTransaction(
    ({ sql }) => sql`
      update call_backs set done_at = ${change.done === undefined ? sql`done_at` : doneAt},
        due_at = coalesce(${change.dueAt ?? null}, due_at)
      where id = ${id}`,
  );
  if (changed.count === 0) throw notFound();
  ctx.bus.callBacksChanged();
}
