import type { OutboxItem } from '@beseda/shared/client/outbox-rows';
import { EMPTY_DRAFT } from '../../model/drafts';
import { useDesk } from '../contexts';

/** Moves a message that was not sent back into the composer, in front of what stands there. */
export function useTakeBack(): (item: OutboxItem) => Promise<void> {
  const { outbox, drafts } = useDesk();
  return async (item) => {
    const row = await outbox.remove(item.clientId);
    if (!row) return;
    const now = drafts.peek(row.conversationId) ?? EMPTY_DRAFT;
    await drafts.write(row.conversationId, {
      mode: row.event === 'note:write' ? 'note' : 'reply',
      text: [row.text, now.text].filter(Boolean).join('\n\n'),
      files: [...row.files, ...now.files],
    });
  };
}
