import type { PersonRef, RequesterConversation } from '@beseda/shared/domain/event';
import { Component } from 'preact';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { Icon } from '../views/icon';
import { promiseTexts } from './texts';

interface FollowersProps {
  panel: Panel;
  conversation: RequesterConversation;
}

/** Whether it is solved is for whoever asked, and for their manager, to say; followers read and write. */
export function mayJudge({ session }: Panel, { requester }: RequesterConversation): boolean {
  const person = session?.get()?.person;
  return person?.role === 'manager' || person?.id === requester.id;
}

/** Whose request it is, and who gets the answers too; one may leave, and who asked may take others away. */
export class Followers extends Component<FollowersProps, { state: 'idle' | 'busy' | 'failed' }> {
  override state: { state: 'idle' | 'busy' | 'failed' } = { state: 'idle' };

  readonly #remove = async (person: string, isMe: boolean): Promise<void> => {
    const { panel, conversation } = this.props;
    this.setState({ state: 'busy' });
    const ack = await panel.http('DELETE', `/tickets/${conversation.number}/followers/${person}`);
    this.setState({ state: ack.ok ? 'idle' : 'failed' });
    // A manager sees it as before; who follows comes over the line.
    if (ack.ok && isMe && !mayJudge(panel, conversation))
      panel.set({ screens: [{ name: 'ask' }, { name: 'list' }] });
  };

  render({ panel, conversation: { requester, followers } }: FollowersProps) {
    const texts = promiseTexts(panel.state.locale);
    const me = panel.session?.get()?.person.id;
    const isMine = requester.id === me;
    if (isMine && !followers[0]) return null;
    return (
      <div class="followers">
        {!isMine && fill(texts.from, { name: requester.name })} {followers[0] && texts.followers}{' '}
        {followers.map((follower) => (
          <span key={follower.id} class="follower">
            {follower.name}
            {isMine && this.#renderRemove(follower)}
          </span>
        ))}
        {followers.some(({ id }) => id === me) && (
          <button
            type="button"
            class="link"
            disabled={this.state.state === 'busy'}
            onClick={() => void this.#remove(`${me}`, true)}
          >
            {texts.unfollow}
          </button>
        )}
        {this.state.state === 'failed' && <span role="alert"> {texts.failed}</span>}
      </div>
    );
  }

  #renderRemove({ id, name }: PersonRef) {
    const label = fill(promiseTexts(this.props.panel.state.locale).remove, { name });
    return (
      <button
        type="button"
        class="tool"
        title={label}
        aria-label={label}
        disabled={this.state.state === 'busy'}
        onClick={() => void this.#remove(id, false)}
      >
        <Icon name="close" />
      </button>
    );
  }
}
