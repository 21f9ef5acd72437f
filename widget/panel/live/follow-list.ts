import type { Connection } from '@beseda/shared/client/connect';
import type { ConversationSummary, Page } from '@beseda/shared/protocol/http';
import type { Panel } from '../model/panel';
import { announceReceived } from './announce-received';

/** Keeps «my conversations» and the unread count as the server has them: loaded after each connect, then by facts. */
export function followList(panel: Panel, connection: Connection): () => void {
  const seen = new Map<string, number>();

  function take(rows: readonly ConversationSummary[]): void {
    const kept = (panel.state.conversations ?? []).filter((row) => !rows.some(({ id }) => id === row.id));
    const conversations = [...rows, ...kept].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    const unread = conversations.reduce((sum, row) => sum + row.unread, 0);
    panel.set({ conversations, unread });
    panel.bridge.post({ type: 'unread', count: unread });
  }

  function note(row: ConversationSummary, isNew: boolean): void {
    const before = seen.get(row.id) ?? (isNew ? 0 : row.lastSeq);
    seen.set(row.id, row.lastSeq);
    const received = row.lastSeq > before && row.unread > 0 && row.lastMessage.author.kind === 'agent';
    if (received) announceReceived(panel, row);
  }

  async function load(): Promise<void> {
    const first = panel.state.conversations === null;
    const ack = await panel.http<Page<ConversationSummary>>('GET', '/conversations?limit=50');
    if (!ack.ok) return;
    take(ack.data.results);
    for (const row of ack.data.results) note(row, !first);
  }

  const stops = [
    connection.state.subscribe(({ kind }) => {
      if (kind === 'online') void load();
    }),
    connection.on('conversation:changed', (row) => {
      take([row]);
      note(row, true);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
