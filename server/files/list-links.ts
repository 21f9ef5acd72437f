import type { Attachment } from '@beseda/shared/domain/event';
import type { Context } from '../context/context';
import { presentAttachment } from '../conversations/present-event';
import type { StoredAttachment } from '../conversations/stored-event';
import { createLinkSigner } from './sign-link';

/** The files of messages that this actor may see, of those asked for, with fresh links: an open thread outlives its own. */
export async function listLinks(ctx: Context, ids: readonly string[]): Promise<Attachment[]> {
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<(StoredAttachment & { conversationId: string })[]>`
      select a.id, a.name, a.type, a.size, a.sha256, a.width, a.height, a.state, a.threat,
        m.conversation_id as "conversationId"
      from attachments a join messages m on m.id = a.message_id
      where a.id = any(${[...ids]}::uuid[])`,
  );
  const sign = createLinkSigner(ctx.secrets.fileLinks, ctx.now);
  const viewer = ctx.actor.kind === 'agent' ? 'agent' : 'requester';
  return rows.map((row) => presentAttachment(row, sign, { conversationId: row.conversationId, viewer }));
}
