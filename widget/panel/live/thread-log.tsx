import type { ThreadView } from '@beseda/shared/client/threads';
import type { RequesterConversation, RequesterEvent } from '@beseda/shared/domain/event';
import { Component, createRef } from 'preact';
import type { Panel } from '../model/panel';
import { threadTexts } from '../texts/thread';
import { Icon } from '../views/icon';
import { Lazy } from '../views/lazy-view';
import { Message } from './message';
import { Pending } from './pending';

interface LogProps {
  panel: Panel;
  id: string;
  view: ThreadView<RequesterConversation, RequesterEvent>;
}

const NEAR_PX = 60;

/** The messages, oldest first. Follows what is new as long as the reader is at the end, and marks it read then. */
export class ThreadLog extends Component<LogProps, { atEnd: boolean }> {
  override state = { atEnd: true };
  readonly #log = createRef<HTMLDivElement>();
  #height = 0;

  override componentDidMount(): void {
    document.addEventListener('visibilitychange', this.#settle);
    addEventListener('focus', this.#settle);
    this.#settle();
  }

  override componentWillUnmount(): void {
    document.removeEventListener('visibilitychange', this.#settle);
    removeEventListener('focus', this.#settle);
  }

  override componentDidUpdate(before: LogProps): void {
    const log = this.#log.current;
    const first = (props: LogProps) => props.view.thread?.events[0]?.seq ?? 0;
    // Older messages came in above: the reader stays where they were.
    if (log && first(before) > first(this.props) && !this.state.atEnd)
      log.scrollTop += log.scrollHeight - this.#height;
    this.#settle();
  }

  #settle = (): void => {
    const log = this.#log.current;
    if (!log) return;
    this.#height = log.scrollHeight;
    if (!this.state.atEnd) return;
    log.scrollTop = log.scrollHeight;
    const { panel, id } = this.props;
    if (panel.host?.visible && document.visibilityState === 'visible') panel.live?.threads.markRead(id);
  };

  #toEnd = (): void => this.setState({ atEnd: true });

  #onScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.#log.current as HTMLDivElement;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (atEnd !== this.state.atEnd) this.setState({ atEnd });
  };

  render({ panel, view, id }: LogProps) {
    const { state } = panel;
    const texts = threadTexts(state.locale);
    const { thread, pending } = view;
    return (
      <div class="log-frame">
        <div
          class="log"
          ref={this.#log}
          role="log"
          aria-label={state.texts.conversation}
          tabIndex={0}
          onScroll={this.#onScroll}
        >
          {thread?.hasEarlier && (
            <button type="button" class="link" onClick={() => void panel.live?.threads.loadEarlier(id)}>
              {texts.earlier}
            </button>
          )}
          {thread?.events.map((event, index) => (
            <Entry
              key={event.seq}
              panel={panel}
              event={event}
              before={thread.events[index - 1]}
              agentReadSeq={thread.conversation.agentReadSeq}
            />
          ))}
          {pending.map((item) => (
            <Pending key={item.clientId} panel={panel} item={item} />
          ))}
        </div>
        {!this.state.atEnd && (
          <button type="button" class="tool newest" aria-label={texts.newest} onClick={this.#toEnd}>
            <Icon name="down" />
          </button>
        )}
      </div>
    );
  }
}

const dayOf = (at: string, locale: string) =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long' });

interface EntryProps {
  panel: Panel;
  event: RequesterEvent;
  before: RequesterEvent | undefined;
  agentReadSeq: number;
}

function Entry({ panel, event, before, agentReadSeq }: EntryProps) {
  const { locale } = panel.state;
  const day = dayOf(event.at, locale);
  const isNewDay = !before || dayOf(before.at, locale) !== day;
  const goesOn =
    !isNewDay &&
    before?.kind === 'message' &&
    before.author.kind === event.author.kind &&
    before.author.name === event.author.name;
  return (
    <>
      {isNewDay && <p class="line day">{day}</p>}
      {event.kind === 'message' ? (
        <Message panel={panel} message={event.message} isRead={event.seq <= agentReadSeq} goesOn={goesOn} />
      ) : (
        <Lazy panel={panel} name="summary" id="" text="" event={event} />
      )}
    </>
  );
}
