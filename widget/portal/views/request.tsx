import type { RequesterConversation } from '@beseda/shared/domain/event';
import { Component } from 'preact';
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
    </Head>
  );
}

/** A manager takes up following a colleague's request; to stop is offered where it says who follows. */
class Follow extends Component<RequestProps, { state: 'idle' | 'busy' | 'failed' }> {
  override state: { state: 'idle' | 'busy' | 'failed' } = { state: 'idle' };

  readonly #follow = async (person: string): Promise<void> => {
    const { portal, conversation } = this.props;
    this.setState({ state: 'busy' });
    const ack = await portal.panel.http('POST', `/tickets/${conversation.number}/followers`, { person });
    // Who follows comes over the line.
    this.setState({ state: ack.ok ? 'idle' : 'failed' });
  };

  render({ portal: { panel }, conversation: { requester, followers, status } }: RequestProps) {
    const { state } = this.state;
    const person = panel.session?.get()?.person;
    if (person?.role !== 'manager' || status === 'closed') return null;
    if (requester.id === person.id || followers.some(({ id }) => id === person.id)) return null;
    const texts = portalTexts(panel.state.locale);
    return (
      <button
        type="button"
        class="link"
        disabled={state === 'busy'}
        onClick={() => void this.#follow(person.id)}
      >
        {state === 'failed' ? texts.again : texts.follow}
      </button>
    );
  }
}
