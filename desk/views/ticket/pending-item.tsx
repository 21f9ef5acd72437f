import type { OutboxItem } from '@beseda/shared/client/outbox-rows';
import type { Locale } from '@beseda/shared/domain/words';
import { Avatar } from '@beseda/shared/ui/avatar';
import { MessageText } from '@beseda/shared/ui/message-text';
import type { Texts } from '../../locales/ru';
import { useDesk, useTexts } from '../contexts';
import { explainRefusal } from './explain-refusal';
import { useTakeBack } from './take-back';

/** A message of one's own that is on its way, or could not go. */
export function PendingItem({ item }: { item: OutboxItem }) {
  const { texts, locale } = useTexts();
  const { agent, outbox } = useDesk();
  const takeBack = useTakeBack();
  const refused = item.state.kind === 'refused';
  return (
    <li
      class="message"
      data-by={item.event === 'note:write' ? 'note' : 'agent'}
      data-pending={item.state.kind}
    >
      <Avatar name={agent.name} />
      <div class="message-card">
        <p class="message-head">
          <strong>{agent.name}</strong>
          {item.event === 'note:write' && <span class="note-mark">{texts.ticket.note}</span>}
        </p>
        {item.text && <MessageText text={item.text} />}
        {item.files.length > 0 && (
          <p class="pending-files">{item.files.map((file) => file.name).join(', ')}</p>
        )}
        <p class={refused ? 'pending-state refused' : 'pending-state'} role={refused ? 'alert' : undefined}>
          {describe(item, texts, locale)}
        </p>
        {refused && (
          <p class="pending-actions">
            <button type="button" class="button small" onClick={() => void outbox.retry(item.clientId)}>
              {texts.composer.again}
            </button>
            <button type="button" class="button small" onClick={() => void takeBack(item)}>
              {texts.composer.takeBack}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

function describe({ state }: OutboxItem, texts: Texts, locale: Locale): string {
  switch (state.kind) {
    case 'pending':
      return texts.composer.pending;
    case 'uploading':
      return texts.composer.uploading(Math.round(state.progress * 100));
    case 'refused':
      return `${texts.composer.notSent}. ${explainRefusal(state, null, texts, locale)}.`;
    default:
      return texts.composer.sending;
  }
}
