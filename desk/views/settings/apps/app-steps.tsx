import type { AppCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { useAppWords } from './use-app-words';
import { useReasons } from './use-reasons';

/** Switches an app off and on, or deletes it; asks before what its people notice. */
export function AppSteps({ card, onChanged }: { card: AppCard; onChanged: (card: AppCard) => void }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useAppWords();
  const why = useReasons();
  const [asked, setAsked] = useState<'disable' | 'remove' | null>(null);
  const [problem, setProblem] = useState('');
  const close = () => setAsked(null);

  async function setDisabled(disabled: boolean): Promise<void> {
    const ack = await http<AppCard>('PATCH', `/apps/${card.key}`, { disabled });
    close();
    setProblem(ack.ok ? '' : why(ack));
    if (ack.ok) onChanged(ack.data);
  }

  async function remove(): Promise<void> {
    const ack = await http('DELETE', `/apps/${card.key}`);
    close();
    if (ack.ok) return actions.go({ settings: { section: 'apps', id: null } });
    const { conversations, sessions } = ack.details ?? {};
    setProblem(
      ack.code === 'in_use' ? words.inUse(Number(conversations ?? 0), Number(sessions ?? 0)) : why(ack),
    );
  }

  return (
    <div class="settings-foot">
      <button
        type="button"
        class="button"
        onClick={() => (card.disabled ? void setDisabled(false) : setAsked('disable'))}
      >
        {card.disabled ? words.enable : words.disable}
      </button>
      <button type="button" class="button danger" onClick={() => setAsked('remove')}>
        {words.remove}
      </button>
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked === 'disable' && (
        <ConfirmDialog
          title={words.disableTitle(card.name)}
          what={words.disableWhat(card.sessions)}
          label={words.disableNow}
          onConfirm={() => void setDisabled(true)}
          onClose={close}
        />
      )}
      {asked === 'remove' && (
        <ConfirmDialog
          title={words.removeTitle(card.name)}
          what={words.removeWhat}
          label={words.removeNow}
          onConfirm={() => void remove()}
          onClose={close}
        />
      )}
    </div>
  );
}
