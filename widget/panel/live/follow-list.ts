import type { Connection } from '@beseda/shared/client/connect';
import type { ConversationSummary, Page } from '@beseda/shared/protocol/http';
import type { Panel } from '../model/panel';

/** What announces is loaded with the first answer. */
const announce = (panel: Panel, row: ConversationSummary) =>
  void import('./announce-received').then(
    ({ announceReceived }) => announceReceived(panel, row),
    () => {},
  );

/** Keeps «my conversations» and the unread count as the server has them: loaded after each connect, then by facts. */
export function followList(panel: Panel, connection: Connection): () => void {
  /** When the last message of each conversation was written. */
  const seen = new Map<string, string>();

  function take(rows: readonly ConversationSummary[], gone: readonly ConversationSummary[] = []): void {
    const kept = (panel.state.conversations ?? []).filter(
      (row) => !rows.some(({ id }) => id === row.id) && !gone.includes(row),
    );
    const conversations = [...rows, ...kept].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    const unread = conversations.reduce((sum, row) => sum + row.unread, 0);
    panel.set({ conversations, unread });
    panel.bridge.post({ type: 'unread', count: unread });
  }

  /** A read answer has no unread count any more, so what is new is told by its time. */
  function note({ id, lastMessage }: ConversationSummary, isNew: boolean): boolean {
    const before = seen.get(id) ?? (isNew ? '' : lastMessage.at);
    seen.set(id, lastMessage.at);
    return lastMessage.at > before && lastMessage.author.kind === 'agent';
  }

  async function load(): Promise<void> {
    const known = panel.state.conversations;
    const ack = await panel.http<Page<ConversationSummary>>('GET', '/conversations?limit=50');
    if (!ack.ok || stopped) return;
    // What was there before the question and is not in a whole answer has been deleted.
    take(ack.data.results, ack.data.next ? [] : (known ?? []));
    for (const row of ack.data.results) if (note(row, known !== null)) announce(panel, row);
  }

  let stopped = false;
  const stops = [
    connection.state.subscribe(({ kind }) => {
      if (kind === 'online') void load();
    }),
    connection.on('conversation:changed', (row) => {
      take([row]);
      if (note(row, true)) announce(panel, row);
    }),
    connection.on('conversation:left', ({ conversationId }) => {
      take(
        [],
        panel.state.conversations?.filter(({ id }) => id === conversationId),
      );
    }),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}
