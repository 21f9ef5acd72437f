import { readPhoneNumber } from '@beseda/shared/domain/phone-number';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { lockConversation } from '../conversations/lock-conversation';

export interface CallBackInput {
  id: string;
  conversationId: string;
  number: string;
  /** ISO 8601. */
  dueAt: string;
  note?: string;
}

/** Promises to call back; the same id promises once. Refuses with not_found, invalid_input. */
export async function requestCallBack(ctx: Context, input: CallBackInput): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const number = readPhoneNumber(input.number);
  if (!number) {
    throw new Refusal('invalid_input', 'This is not a telephone number.', { field: 'callBack.number' });
  }
  await ctx.inTransaction(async (tx) => {
    const locked = await lockConversation(tx, input.conversationId);
    if (!locked) throw notFound();
    await tx.sql`
      insert into call_backs (id, company_id, conversation_id, number, note, due_at, agent_id, created_at)
      values (${input.id}, ${locked.companyId}, ${locked.id}, ${number}, ${input.note ?? ''}, ${input.dueAt},
        ${actor.agentId}, ${nowIso(ctx)})
      on conflict (id) do nothing`;
  });
  ctx.bus.callBacksChanged();
}
