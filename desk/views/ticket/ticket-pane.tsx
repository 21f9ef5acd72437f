import type { ThreadView } from '@beseda/shared/client/threads';
import type { AgentConversation, AgentEvent, AgentThread } from '@beseda/shared/domain/event';
import type { MutableRef } from 'preact/hooks';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { usePresence } from '../../hooks/use-presence';
import { useProperties } from '../../hooks/use-properties';
import type { ComposerMode } from '../../model/drafts';
import { mergedInto } from '../../model/topics';
import { useActions, useDesk, useTexts } from '../contexts';
import { Icon, StatusIcon } from '../icons';
import { Composer, type ComposerHandle } from './composer';
import { MergedBox } from './merged-box';
import { PresenceLine } from './presence-line';
import { ThreadList } from './thread-list';
import { TicketMenu } from './ticket-menu';

export interface TicketPaneHandle {
  write(mode: ComposerMode): void;
  focusThread(): void;
}

/** Head, thread and composer of one ticket. Files may be dropped anywhere on it. */
export function TicketPane(props: {
  handle: MutableRef<TicketPaneHandle | null>;
  view: ThreadView<AgentConversation, AgentEvent>;
  thread: AgentThread;
  onDetails: () => void;
}) {
  const { texts } = useTexts();
  const { view, thread } = props;
  const { conversation } = thread;
  const [replying, setReplying] = useState(false);
  const [dropping, setDropping] = useState(false);
  const into = mergedInto(conversation);
  const composer = useRef<ComposerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isSeen(document.activeElement)) main.current?.focus();
  }, []);
  usePresence(conversation.id, replying);
  useImperativeHandle(props.handle, () => ({
    write: (mode) => composer.current?.write(mode),
    focusThread: () => scroller.current?.focus(),
  }));
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setDropping(true);
  };
  return (
    <main
      ref={main}
      class="ticket"
      id="ticket"
      tabIndex={-1}
      aria-label={`${texts.ticket.label} #${conversation.number}`}
      onDragOver={over}
      onDragLeave={(event) =>
        !event.currentTarget.contains(event.relatedTarget as Node | null) && setDropping(false)
      }
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        composer.current?.attach([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <TicketHead conversation={conversation} onDetails={props.onDetails} />
      <ThreadList scroller={scroller} view={view} thread={thread} />
      <PresenceLine presence={view.presence} />
      {into ? (
        <MergedBox handle={composer} conversation={conversation} into={into} />
      ) : (
        <Composer
          key={conversation.id}
          handle={composer}
          conversation={conversation}
          onReplying={setReplying}
        />
      )}
      {dropping && <p class="drop-cover">{texts.composer.drop}</p>}
    </main>
  );
}

/** On a phone the row that was chosen is no longer there to hold the focus. */
const isSeen = (element: Element | null) =>
  element !== null && element !== document.body && element.checkVisibility();

function TicketHead({ conversation, onDetails }: { conversation: AgentConversation; onDetails: () => void }) {
  const { texts } = useTexts();
  const actions = useActions();
  const { agent } = useDesk();
  const properties = useProperties(conversation);
  return (
    <header class="ticket-head">
      <button
        type="button"
        class="icon-button back"
        aria-label={texts.app.back}
        onClick={() => actions.close()}
      >
        <Icon name="back" />
      </button>
      <div class="ticket-titles">
        <h1>{conversation.subject}</h1>
        <p>
          <span class="ticket-number">#{conversation.number}</span>
          <span class="status-word">
            <StatusIcon status={properties.status} />
            {texts.statuses[properties.status]}
          </span>
          {properties.assignee && <span>{properties.assignee.name}</span>}
        </p>
      </div>
      {properties.assignee === null && (
        <button
          type="button"
          class="button small"
          onClick={() =>
            actions.change({ ...properties, number: conversation.number }, { assignee: agent.id })
          }
        >
          {texts.details.take}
        </button>
      )}
      <TicketMenu conversation={conversation} />
      <button
        type="button"
        class="icon-button to-details"
        aria-label={texts.ticket.details}
        onClick={onDetails}
      >
        <Icon name="info" />
      </button>
    </header>
  );
}
