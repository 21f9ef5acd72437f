import type { AgentCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { Dialog } from '../../dialog';
import { useTeamWords } from '../use-team-words';
import { LinkBox } from './link-box';
import { MailField } from './mail-field';

/** A new way in for an agent that there is. */
export function LinkDialog(props: { agent: AgentCard; onMade: () => void; onClose: () => void }) {
  const { agent, onMade, onClose } = props;
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useTeamWords();
  const { agents } = words;
  const [made, setMade] = useState<{ link: string; mailed: boolean } | null>(null);
  const [problem, setProblem] = useState('');
  const title = agents.newLinkTitle(agent.name);

  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const mail = new FormData(event.target as HTMLFormElement).has('mail');
    const ack = await http<{ link: string }>('POST', `/agents/${agent.id}/sign-in-link`, { mail });
    if (!ack.ok) return setProblem(words.why(ack.code));
    setMade({ link: ack.data.link, mailed: mail });
    onMade();
  }

  return (
    <Dialog label={title} onClose={onClose}>
      <h2>{title}</h2>
      {made ? (
        <>
          <LinkBox link={made.link} />
          {made.mailed && <p role="status">{agents.mailed}</p>}
        </>
      ) : (
        <form class="form" id="make-link" onSubmit={(event) => void make(event)}>
          <MailField />
          <p class="refused" role="alert">
            {problem}
          </p>
        </form>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {made ? agents.done : texts.app.cancel}
        </button>
        {!made && (
          <button type="submit" form="make-link" class="button primary">
            {agents.makeLink}
          </button>
        )}
      </div>
    </Dialog>
  );
}
