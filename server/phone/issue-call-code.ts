import { randomInt } from 'node:crypto';
import type { PageContext } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { CallCode } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester, SYSTEM } from '../db/actor';
import { toJson } from '../db/to-json';
import { showPhone } from './show-phone';

const LIFE_MS = 15 * 60_000;
/** With so few digits, two people may be given the same: then another is drawn. */
const DRAWS = 20;

export interface CallCodeInput {
  page?: PageContext;
  /** What was written and not sent. */
  text?: string;
  /** The conversation that the call is about. */
  conversationId?: string;
}

/**
 * Six digits to be read out on the telephone: they carry who calls and from where. A person has one at a time.
 * Refuses with not_found where the company has no number to call, or the conversation is not theirs.
 */
export async function issueCallCode(ctx: Context, input: CallCodeInput): Promise<CallCode> {
  const { actor } = ctx;
  if (!isRequester(actor) || (await showPhone(ctx)).length === 0) throw notFound();
  if (input.conversationId !== undefined) await assertSeen(ctx, input.conversationId);
  const expiresAt = new Date(ctx.now() + LIFE_MS).toISOString();
  const at = nowIso(ctx);
  return ctx.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`delete from call_codes where person_id = ${actor.personId} or expires_at <= ${at}`;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const drawn = await sql`
        insert into call_codes (id, code, company_id, person_id, conversation_id, page, text, created_at, expires_at)
        values (${uuidv7(ctx.now())}, ${code}, ${actor.companyId}, ${actor.personId}, ${input.conversationId ?? null},
          ${input.page ? toJson(input.page) : null}::jsonb, ${input.text ?? ''}, ${at}, ${expiresAt})
        on conflict (code) do nothing`;
      if (drawn.count === 1) return { code, expiresAt };
    }
    throw new Error('No code was free.');
  });
}

async function assertSeen(ctx: Context, conversationId: string): Promise<void> {
  const seen = await ctx.inTransaction(
    ({ sql }) => sql`select 1 from conversations where id = ${conversationId}`,
  );
  if (seen.length === 0) throw notFound();
}
