import type { AgentConversation } from '@beseda/shared/domain/event';
import type { MutableRef } from 'preact/hooks';
import { useImperativeHandle, useRef } from 'preact/hooks';
import { usePlaces } from '../../hooks/use-places';
import { useSeenAlerts } from '../../hooks/use-seen-alerts';
import { useThread } from '../../hooks/use-thread';
import { useTicketId } from '../../hooks/use-ticket-id';
import type { ComposerMode } from '../../model/drafts';
import { useActions, useTexts } from '../contexts';
import { DetailsPane } from '../details/details-pane';
import { Icon } from '../icons';
import { StateMessage } from '../state-message';
import { TicketPane, type TicketPaneHandle } from './ticket-pane';

/** What the rest of the desk may ask of the open ticket. */
export interface TicketHandle {
  write(mode: ComposerMode): void;
  focusThread(): void;
  conversation(): AgentConversation | null;
}
interface AreaProps {
  handle: MutableRef<TicketHandle | null>;
  detailsOpen: boolean;
  setDetailsOpen: (open: boolean) => void;
}

/** The open ticket with its details, or what to do when none is open. */
export function TicketArea(props: AreaProps) {
  const { texts } = useTexts();
  const { number } = usePlaces();
  if (number !== null) return <Ticket key={number} {...props} number={number} />;
  return (
    <main class="ticket empty" id="ticket" tabIndex={-1} aria-label={texts.ticket.label}>
      <StateMessage title={texts.ticket.none} hint={texts.ticket.noneHint} />
    </main>
  );
}

function Ticket(props: AreaProps & { number: number }) {
  const { texts } = useTexts();
  const id = useTicketId(props.number);
  if (id.kind === 'found') return <OpenTicket {...props} conversationId={id.conversationId} />;
  return (
    <WithoutThread busy={id.kind === 'loading'}>
      {id.kind === 'loading' && <StateMessage title={texts.app.loading} />}
      {id.kind === 'missing' && <StateMessage title={texts.ticket.missing} hint={texts.ticket.missingHint} />}
      {id.kind === 'failed' && <StateMessage title={texts.ticket.failed} hint={texts.app.unreachedHint} />}
    </WithoutThread>
  );
}

function WithoutThread({ busy, children }: { busy: boolean; children: preact.ComponentChildren }) {
  const { texts } = useTexts();
  const actions = useActions();
  return (
    <main class="ticket empty" id="ticket" tabIndex={-1} aria-label={texts.ticket.label} aria-busy={busy}>
      <button
        type="button"
        class="icon-button back"
        aria-label={texts.app.back}
        onClick={() => actions.close()}
      >
        <Icon name="back" />
      </button>
      {children}
    </main>
  );
}

function OpenTicket(props: AreaProps & { number: number; conversationId: string }) {
  const { texts } = useTexts();
  const { conversationId, handle, setDetailsOpen } = props;
  const view = useThread(conversationId);
  const pane = useRef<TicketPaneHandle>(null);
  const conversation = view.thread?.conversation ?? null;
  useSeenAlerts(props.number);
  useImperativeHandle(handle, () => ({
    write: (mode) => pane.current?.write(mode),
    focusThread: () => pane.current?.focusThread(),
    conversation: () => conversation,
  }));
  if (!view.thread || !conversation) {
    return (
      <WithoutThread busy={view.refused === null}>
        {view.refused ? (
          <StateMessage title={texts.error(view.refused)} />
        ) : (
          <StateMessage title={texts.app.loading} />
        )}
      </WithoutThread>
    );
  }
  return (
    <>
      <TicketPane handle={pane} view={view} thread={view.thread} onDetails={() => setDetailsOpen(true)} />
      <DetailsPane conversation={conversation} onBack={() => setDetailsOpen(false)} />
    </>
  );
}
