import type { CompanyCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { useWords } from '../use-words';

/** Suspends a company, serves it again, or deletes it; asks before what its people notice. */
export function CompanySteps(props: { card: CompanyCard; onSaved: (card: CompanyCard) => void }) {
  const { card, onSaved } = props;
  const { http } = useDesk();
  const actions = useActions();
  const words = useWords();
  const [asked, setAsked] = useState<'suspend' | 'remove' | null>(null);
  const [problem, setProblem] = useState('');
  const { companies } = words;
  const close = () => setAsked(null);

  async function setSuspended(suspended: boolean): Promise<void> {
    const ack = await http<CompanyCard>('PATCH', `/companies/${card.id}`, { suspended });
    close();
    setProblem(ack.ok ? '' : words.why(ack.code));
    if (ack.ok) onSaved(ack.data);
  }

  async function remove(): Promise<void> {
    const ack = await http('DELETE', `/companies/${card.id}`);
    close();
    if (ack.ok) return actions.go({ settings: { section: 'companies', id: null } });
    const { people, tickets } = ack.details ?? {};
    setProblem(
      ack.code === 'in_use'
        ? companies.inUse(Number(people ?? 0), Number(tickets ?? 0))
        : words.why(ack.code),
    );
  }

  return (
    <div class="settings-foot">
      <button
        type="button"
        class="button"
        onClick={() => (card.suspended ? void setSuspended(false) : setAsked('suspend'))}
      >
        {card.suspended ? companies.resume : companies.suspend}
      </button>
      <button type="button" class="button danger" onClick={() => setAsked('remove')}>
        {companies.remove}
      </button>
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked === 'suspend' && (
        <ConfirmDialog
          title={companies.suspendTitle(card.name)}
          what={companies.suspendWhat}
          label={companies.suspendNow}
          onConfirm={() => void setSuspended(true)}
          onClose={close}
        />
      )}
      {asked === 'remove' && (
        <ConfirmDialog
          title={companies.removeTitle(card.name)}
          what={companies.removeWhat}
          label={companies.removeNow}
          onConfirm={() => void remove()}
          onClose={close}
        />
      )}
    </div>
  );
}
