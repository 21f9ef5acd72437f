import type { AgentCard, TeamCard } from '@beseda/shared/protocol/admin';
import type { Page } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { useActions, useDesk, useTexts } from '../../contexts';
import { Dialog } from '../../dialog';
import { textOf } from '../../form-text';
import { LoadedPart } from '../loaded-part';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';
import { AgentFields, readAgentForm } from './agent-fields';
import { LinkBox } from './link-box';
import { MailField } from './mail-field';

interface Invited {
  agent: AgentCard;
  link: string;
}

/** Makes an agent, then shows the link that they come in by. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { agents } = useTeamWords();
  const { loaded, reload } = useLoaded<Page<TeamCard>>('/teams');
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Dialog label={agents.invite} onClose={onClose}>
      <h2>{invited ? invited.agent.name : agents.invite}</h2>
      {invited ? (
        <InvitedPart invited={invited} onClose={onClose} />
      ) : (
        <LoadedPart loaded={loaded} reload={reload}>
          {({ results }) => <InviteForm teams={results} onInvited={setInvited} onClose={onClose} />}
        </LoadedPart>
      )}
    </Dialog>
  );
}

function InvitedPart({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { agents } = useTeamWords();
  const actions = useActions();
  return (
    <>
      <LinkBox link={invited.link} />
      <div class="dialog-foot">
        <button
          type="button"
          class="button"
          onClick={() => actions.go({ settings: { section: 'agents', id: invited.agent.id } })}
        >
          {agents.toAgent}
        </button>
        <button type="button" class="button primary" onClick={onClose}>
          {agents.done}
        </button>
      </div>
    </>
  );
}

const USUAL = { role: 'agent', languages: ['ru', 'en'], capacity: 20, extension: null, teams: [] } as const;

function InviteForm(props: {
  teams: readonly TeamCard[];
  onInvited: (invited: Invited) => void;
  onClose: () => void;
}) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useTeamWords();
  const { agents } = words;
  const [problem, setProblem] = useState('');

  async function invite(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    if (!form.has('languages')) return setProblem(agents.noLanguage);
    const name = textOf(form, 'name').trim();
    const ack = await http<Invited>('POST', '/agents', {
      email: textOf(form, 'email'),
      ...(name === '' ? {} : { name }),
      ...readAgentForm(form),
      mail: form.has('mail'),
    });
    if (ack.ok) return props.onInvited(ack.data);
    setProblem(ack.code === 'already_exists' ? agents.taken : words.why(ack.code));
  }

  return (
    <form class="form" onInput={() => setProblem('')} onSubmit={(event) => void invite(event)}>
      <label class="field">
        <span>{agents.email}</span>
        <input class="input" name="email" type="email" maxLength={320} required />
      </label>
      <label class="field">
        <span>{agents.name}</span>
        <input class="input" name="name" maxLength={100} />
        <small>{agents.nameHint}</small>
      </label>
      <AgentFields agent={{ ...USUAL, languages: [...USUAL.languages], teams: [] }} teams={props.teams} />
      <MailField />
      <p class="refused" role="alert">
        {problem}
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={props.onClose}>
          {texts.app.cancel}
        </button>
        <button type="submit" class="button primary">
          {agents.inviteNow}
        </button>
      </div>
    </form>
  );
}
