import type { CallBack } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { toIso } from '../db/instants';

const MOST = 200;

/** Calls that were promised and not made yet, the earliest first. */
export async function listCallBacks(ctx: Context): Promise<CallBack[]> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const rows = await sql<CallBack[]>`
      select b.id, b.number, b.note, b.due_at as "dueAt", a.name as agent,
        json_build_object('number', t.number, 'subject', c.subject) as ticket,
        json_build_object('name', p.name, 'company', o.name) as requester
      from call_backs b
        join tickets t on t.conversation_id = b.conversation_id
        join conversations c on c.id = b.conversation_id
        join people p on p.id = c.person_id
        join companies o on o.id = c.company_id
        left join agents a on a.id = b.agent_id
      where b.done_at is null order by b.due_at, b.id limit ${MOST}`;
    return rows.map((row) => ({ ...row, dueAt: toIso(row.dueAt) }));
  });
}
