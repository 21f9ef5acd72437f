import type { AgentCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { useTeamWords } from '../use-team-words';
import { DisableDialog } from './disable-dialog';
import { LinkDialog } from './link-dialog';

/** A new link for an agent, keeping them out, and letting them in again. */
export function AgentSteps(props: {
  agent: AgentCard;
  onChanged: (agent: AgentCard) => void;
  onLink: () => void;
}) {
  const { agent, onChanged } = props;
  const { http } = useDesk();
  const words = useTeamWords();
  const { agents } = words;
  const [asked, setAsked] = useState<'link' | 'disable' | null>(null);
  const [problem, setProblem] = useState('');
  const close = () => setAsked(null);

  async function enable(): Promise<void> {
    const ack = await http<AgentCard>('POST', `/agents/${agent.id}/enable`, {});
    setProblem(ack.ok ? '' : words.why(ack.code));
    if (ack.ok) onChanged(ack.data);
  }

  return (
    <div class="settings-foot">
      {!agent.program && !agent.disabled && (
        <button type="button" class="button" onClick={() => setAsked('link')}>
          {agents.newLink}
        </button>
      )}
      {agent.disabled ? (
        <button type="button" class="button" onClick={() => void enable()}>
          {agents.enable}
        </button>
      ) : (
        <button type="button" class="button danger" onClick={() => setAsked('disable')}>
          {agents.disable}
        </button>
      )}
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked === 'link' && <LinkDialog agent={agent} onMade={props.onLink} onClose={close} />}
      {asked === 'disable' && (
        <DisableDialog
          agent={agent}
          onDisabled={(changed) => {
            close();
            onChanged(changed);
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
