import type { AgentCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useValue } from '../../../hooks/use-value';
import { useDesk } from '../../contexts';
import { Dialog } from '../../dialog';
import { FormFoot } from '../../form-foot';
import { textOf } from '../../form-text';
import { useTeamWords } from '../use-team-words';

/** Says what becomes of an agent's work, and asks who goes on with it. */
export function DisableDialog(props: {
  agent: AgentCard;
  onDisabled: (agent: AgentCard) => void;
  onClose: () => void;
}) {
  const { agent, onDisabled, onClose } = props;
  const { http, agent: me, agents: all } = useDesk();
  const words = useTeamWords();
  const { agents } = words;
  const [problem, setProblem] = useState('');
  const others = useValue(all).filter(({ id }) => id !== agent.id);
  const title = agents.disableTitle(agent.name);

  async function disable(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const handTo = textOf(new FormData(event.target as HTMLFormElement), 'handTo') || null;
    const ack = await http<AgentCard>('POST', `/agents/${agent.id}/disable`, { handTo });
    if (ack.ok) return onDisabled(ack.data);
    setProblem(words.why(ack.code));
  }

  return (
    <Dialog label={title} onClose={onClose}>
      <h2>{title}</h2>
      <form class="form" id="disable-agent" onSubmit={(event) => void disable(event)}>
        <p>{agent.program ? agents.disableProgram : agents.disableWhat}</p>
        {agent.id === me.id && <p class="hint-box">{agents.disableSelf}</p>}
        {agent.companies > 0 && <p class="hint-box">{agents.dedicatedTo(agent.companies)}</p>}
        {agent.tickets > 0 && (
          <label class="field">
            <span>{agents.handOver(agent.tickets)}</span>
            <select class="input" name="handTo">
              <option value="">{agents.toQueue}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      <FormFoot form="disable-agent" submit={agents.disableNow} danger onClose={onClose} />
    </Dialog>
  );
}
