import type { Outbox } from '@beseda/shared/client/outbox';
import type { Panel } from '../model/panel';

/** Tells the host about messages of this tab that the server has stored. */
export function reportStored(panel: Panel, outbox: Outbox): () => void {
  const begun = new Set<string>();
  const own = new Set<string>();
  const stopWatching = outbox.subscribe(() => {
    for (const { clientId, start, state } of outbox.items()) {
      if (state.kind !== 'sending') continue;
      own.add(clientId);
      if (start) begun.add(clientId);
    }
  });
  const stopListening = outbox.onStored(({ number }, clientId) => {
    if (begun.delete(clientId)) panel.bridge.raise('conversationStarted', { number });
    if (own.delete(clientId)) panel.bridge.raise('messageSent', { number });
  });
  return () => {
    stopWatching();
    stopListening();
  };
}
