import type { Draft } from '@beseda/shared/client/drafts';
import type { NewMessage } from '@beseda/shared/client/outbox';
import type { Panel } from '../model/panel';
import type { Keep } from './start-keep';

/** Takes over what a page that went has left. A message that did reach the outbox is there once: its client id tells. */
export async function rescue(panel: Panel, { owner, store, drafts }: Keep): Promise<void> {
  const [whose, left, messages] = panel.lastWords() ?? [];
  if (whose !== owner || !left || !messages) return;
  panel.lastWords(null);
  const known = await store.list<NewMessage>('outbox', owner);
  for (const message of messages) {
    if (!known.some(({ clientId }) => clientId === message.clientId))
      await store.put('outbox', { event: 'message:send', at: new Date().toISOString(), ...message, owner });
  }
  for (const key in left) await drafts.save(key, left[key] as Draft);
}
