import type { RequesterConversation } from '@beseda/shared/domain/event';
import { Component } from 'preact';
import { fill } from '../../panel/model/fill';
import { mayJudge } from '../../panel/promise/followers';
import { Judge } from '../../panel/promise/summary';
import { Lazy } from '../../panel/views/lazy-view';
import { printThread } from '../print-thread';
import { portalTexts } from '../texts';
import { Head } from './head';
import type { PortalProps } from './portal-view';

/** One request: what can be done with it as a whole, above the thread as the panel shows it. */
export function Request({ portal, id }: PortalProps & { id: string }) {
  const { panel } = portal;
  const conversation = panel.live?.threads.view(id).thread?.conversation;
  portal.last = conversation?.number ?? portal.last;
  return (
    <div class="page">
      {conversation ? (
        <RequestHead portal={portal} conversation={conversation} />
      ) : (
        <Head portal={portal} title={panel.state.texts.conversation} />
      )}
      <Lazy panel={panel} name="thread" id={id} key={id} />
    </div>
  );
}

interface RequestProps extends PortalProps {
  conversation: RequesterConversation;
}

function RequestHead({ portal, conversation }: RequestProps) {
  const { panel } = portal;
  const texts = portalTexts(panel.state.locale);
  const { id, number, subject, status, acceptBy } = conversation;
  const isOpen = status !== 'solved' && status !== 'closed' && !acceptBy;
  return (
    <Head portal={portal} title={`№ ${number} ${subject}`}>
      {isOpen && mayJudge(panel, conversation) && (
        <Judge key={number} panel={panel} number={number} solved label={texts.solve} />
      )}
      <Follow key={`follow ${number}`} portal={portal} conversation={conversation} />
      <button type="button" class="link" onClick={() => void printThread(panel, id)}>
        {texts.print}
      </button>
      <People portal={portal} conversation={conversation} />
    </Head>
  );
}

/** Whose request it is, where that is a colleague's, and who gets the answers too. */
function People({ portal: { panel }, conversation: { requester, followers } }: RequestProps) {
  const { access, locale } = panel.state;
  const texts = portalTexts(locale);
  const isMine = access.kind === 'staff' && requester.id === access.session.person.id;
  if (isMine && !followers[0]) return null;
  return (
    <small class="people">
      {!isMine && <span>{fill(texts.from, { name: requester.name })}</span>}
      {followers[0] && (
        <span>{fill(texts.followers, { names: followers.map(({ name }) => name).join(', ') })}</span>
      )}
    </small>
  );
}

/** A manager follows a colleague's request; whoever follows one may stop. */
class Follow extends Component<RequestProps, { state: 'idle' | 'busy' | 'failed' }> {
  override state: { state: 'idle' | 'busy' | 'failed' } = { state: 'idle' };

  readonly #turn = async (person: string, isFollowing: boolean): Promise<void> => {
    const { portal, conversation } = this.props;
    const path = `/tickets/${conversation.number}/followers`;
    this.setState({ state: 'busy' });
    const ack = isFollowing
      ? await portal.panel.http('DELETE', `${path}/${person}`)
      : await portal.panel.http('POST', path, { person });
    // Who follows comes over the line.
    this.setState({ state: ack.ok ? 'idle' : 'failed' });
  };

  render({ portal: { panel }, conversation: { requester, followers, status } }: RequestProps) {
    const { access, locale } = panel.state;
    const { state } = this.state;
    if (access.kind !== 'staff') return null;
    const { person } = access.session;
    const isFollowing = followers.some(({ id }) => id === person.id);
    const mayFollow = person.role === 'manager' && status !== 'closed';
    if (requester.id === person.id || !(isFollowing || mayFollow)) return null;
    const texts = portalTexts(locale);
    return (
      <button
        type="button"
        class="link"
        disabled={state === 'busy'}
        onClick={() => void this.#turn(person.id, isFollowing)}
      >
        {state === 'failed' ? texts.again : isFollowing ? texts.unfollow : texts.follow}
      </button>
    );
  }
}
