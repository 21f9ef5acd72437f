import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import type { StoredAttachment } from './stored-event';

/** Refuses with `too_many_attachments` what one message may not carry. */
export async function checkAttachmentCount(
  { settings }: Pick<Services, 'settings'>,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  const limit = await settings.get('files.max_per_message');
  if (ids.length <= limit) return;
  throw new Refusal('too_many_attachments', `At most ${limit} files go with one message.`, {
    field: 'attachments',
    details: { limit },
  });
}

/** Gives uploaded files to a message, in the given order. Only the author's own and not yet given ones count. */
export async function linkAttachments(
  { sql }: Transaction,
  message: { id: string; companyId: string; authorId: string },
  ids: readonly string[],
): Promise<StoredAttachment[]> {
  if (ids.length === 0) return [];
  const rows = await sql<StoredAttachment[]>`
    update attachments a set message_id = ${message.id}, company_id = ${message.companyId}, position = given.position
    from unnest(${[...ids]}::uuid[]) with ordinality as given (id, position)
    where a.id = given.id and a.uploader_id = ${message.authorId} and a.message_id is null
      and a.comment_id is null
    returning a.id, a.name, a.type, a.size, a.sha256, a.width, a.height, a.state, a.threat`;
  if (rows.length !== ids.length) {
    throw new Refusal(
      'unknown_attachment',
      'A file of this message was not uploaded by you, or has been sent before.',
      {
        field: 'attachments',
      },
    );
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
