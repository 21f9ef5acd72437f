import type { ThreadView } from '@beseda/shared/client/threads';
import type { AgentConversation, AgentEvent, AgentThread } from '@beseda/shared/domain/event';
import { formatDay } from '@beseda/shared/ui/time';
import type { MutableRef } from 'preact/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useNow } from '../../hooks/use-now';
import { lastSeenSeq, threadLines } from '../../model/thread-lines';
import { mergedInto } from '../../model/topics';
import { useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';
import { PendingItem } from './pending-item';
import { ThreadEvent } from './thread-event';

const NEAR_END = 80;

/** Everything said and done, oldest first. Stays at the end unless one has scrolled up. */
export function ThreadList(props: {
  scroller: MutableRef<HTMLDivElement | null>;
  view: ThreadView<AgentConversation, AgentEvent>;
  thread: AgentThread;
}) {
  const { texts, locale } = useTexts();
  const now = useNow();
  const { view, thread, scroller } = props;
  const { conversation, events, hasEarlier } = thread;
  const locked = mergedInto(conversation) !== undefined;
  const seen = lastSeenSeq(events, conversation);
  const { behind, toEnd } = useStickyEnd(scroller, events, view.pending.length);
  useReading(conversation, behind);
  return (
    <div class="thread-frame">
      <div class="thread" ref={scroller} tabIndex={0} role="region" aria-label={texts.ticket.thread}>
        {hasEarlier && <EarlierButton conversationId={conversation.id} scroller={scroller} />}
        <ol class="thread-items">
          {threadLines(events).map((line) =>
            line.kind === 'day' ? (
              <li class="day" key={line.key}>
                <span>{formatDay(line.at, now, locale)}</span>
              </li>
            ) : (
              <ThreadEvent
                key={line.key}
                event={line.event}
                joined={line.joined}
                seen={line.event.seq === seen}
                locked={locked}
              />
            ),
          )}
          {view.pending.map((item) => (
            <PendingItem key={item.clientId} item={item} />
          ))}
        </ol>
      </div>
      {behind && (
        <button type="button" class="button small to-end" onClick={toEnd}>
          <Icon name="down" />
          {texts.ticket.newBelow}
        </button>
      )}
    </div>
  );
}

function EarlierButton({
  conversationId,
  scroller,
}: {
  conversationId: string;
  scroller: MutableRef<HTMLDivElement | null>;
}) {
  const { texts } = useTexts();
  const { threads } = useDesk();
  const [busy, setBusy] = useState(false);
  async function load(): Promise<void> {
    setBusy(true);
    const element = scroller.current;
    const fromEnd = element ? element.scrollHeight - element.scrollTop : 0;
    await threads.loadEarlier(conversationId);
    setBusy(false);
    requestAnimationFrame(() => {
      if (element) element.scrollTop = element.scrollHeight - fromEnd;
    });
  }
  return (
    <button type="button" class="button small earlier" disabled={busy} onClick={() => void load()}>
      {busy ? texts.app.loading : texts.ticket.earlier}
    </button>
  );
}

/** Keeps the end in sight while one is there; `behind` when something new came while one was not. */
function useStickyEnd(
  scroller: MutableRef<HTMLDivElement | null>,
  events: readonly AgentEvent[],
  pending: number,
) {
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);
  const lastSeq = events.at(-1)?.seq;
  const toEnd = () => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    setBehind(false);
  };
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
      if (atEnd.current) setBehind(false);
    };
    // Thumbnails that load and a composer that grows move the end, too.
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    observer.observe(element);
    if (element.lastElementChild) observer.observe(element.lastElementChild);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else if (!first.current) setBehind(true);
    first.current = false;
  }, [lastSeq]);
  useLayoutEffect(() => {
    if (pending > 0) toEnd();
  }, [pending]);
  return { behind, toEnd };
}

/** What stands at the end of a visible thread has been read. */
function useReading({ id, lastSeq, agentReadSeq }: AgentConversation, behind: boolean): void {
  const { threads } = useDesk();
  useEffect(() => {
    const read = () => {
      if (!behind && document.visibilityState === 'visible') threads.markRead(id);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [threads, id, lastSeq, agentReadSeq, behind]);
}
