import type { AgentConversation } from '@beseda/shared/domain/event';
import { useRef, useState } from 'preact/hooks';
import { useDeskKeys } from '../../hooks/use-desk-keys';
import { usePlaces } from '../../hooks/use-places';
import { useTitle } from '../../hooks/use-title';
import type { Actions, Choice } from '../actions';
import { AlertToasts } from '../alerts/alert-toasts';
import { AlertsDialog } from '../alerts/alerts-dialog';
import { ActionsContext, useTexts } from '../contexts';
import { KnowledgeGate } from '../knowledge/knowledge-gate';
import { MailGate } from '../mail/mail-gate';
import { Palette } from '../palette/palette';
import { CallBacksDialog } from '../phone/call-backs-dialog';
import { CallCards } from '../phone/call-cards';
import { CallDialog } from '../phone/call-dialog';
import { type QueueHandle, QueuePane } from '../queue/queue-pane';
import { SettingsGate } from '../settings/settings-gate';
import { DeleteDialog } from '../ticket/delete-dialog';
import { TicketArea, type TicketHandle } from '../ticket/ticket-area';
import { ArticleDialog } from '../topics/article-dialog';
import { MergeDialog } from '../topics/merge-dialog';
import { SplitDialog } from '../topics/split-dialog';
import { Announcer } from './announcer';
import { ConnectionBar } from './connection-bar';
import { Notices } from './notices';
import { PasswordDialog } from './password-dialog';
import { ShortcutsHelp } from './shortcuts-help';
import { SideBar } from './side-bar';
import { useActionsOf } from './use-actions';

export type Overlay =
  | { kind: 'palette'; what: Choice | 'command' }
  | { kind: 'help' }
  | { kind: 'password' }
  | { kind: 'call' }
  | { kind: 'call-backs' }
  | { kind: 'delete'; number: number }
  | { kind: 'alerts' }
  | { kind: 'split'; conversation: AgentConversation; seq: number | undefined }
  | { kind: 'merge' | 'article'; conversation: AgentConversation }
  | null;

/** The three panes and what lies over them. On a phone `data-pane` says which one shows. */
export function Shell() {
  const { texts } = useTexts();
  const place = usePlaces();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const list = useRef<QueueHandle>(null);
  const ticket = useRef<TicketHandle>(null);
  const actions: Actions = useActionsOf({ list, ticket, setOverlay });
  useDeskKeys(actions);
  useTitle();
  const pane =
    place.settings || place.knowledge || place.mail
      ? 'area'
      : place.number === null
        ? 'list'
        : detailsOpen
          ? 'details'
          : 'ticket';
  const close = () => setOverlay(null);
  return (
    <ActionsContext.Provider value={actions}>
      <a class="skip-link" href="#ticket">
        {texts.app.skip}
      </a>
      <div class="desk" data-pane={pane}>
        <ConnectionBar />
        <SideBar onPassword={() => setOverlay({ kind: 'password' })} />
        {place.settings ? (
          <SettingsGate place={place.settings} />
        ) : place.knowledge ? (
          <KnowledgeGate place={place.knowledge} />
        ) : place.mail ? (
          <MailGate place={place.mail} />
        ) : (
          <>
            <QueuePane handle={list} />
            <TicketArea handle={ticket} detailsOpen={detailsOpen} setDetailsOpen={setDetailsOpen} />
          </>
        )}
        <Notices />
      </div>
      <AlertToasts />
      <CallCards onOpen={actions.call} />
      <Announcer />
      {overlay?.kind === 'palette' && (
        <Palette what={overlay.what} target={actions.target()} onClose={close} />
      )}
      {overlay?.kind === 'help' && <ShortcutsHelp onClose={close} />}
      {overlay?.kind === 'call' && <CallDialog onClose={close} />}
      {overlay?.kind === 'alerts' && <AlertsDialog onClose={close} />}
      {overlay?.kind === 'call-backs' && <CallBacksDialog onClose={close} />}
      {overlay?.kind === 'delete' && <DeleteDialog number={overlay.number} onClose={close} />}
      {overlay?.kind === 'split' && (
        <SplitDialog conversation={overlay.conversation} seq={overlay.seq} onClose={close} />
      )}
      {overlay?.kind === 'merge' && <MergeDialog conversation={overlay.conversation} onClose={close} />}
      {overlay?.kind === 'article' && <ArticleDialog conversation={overlay.conversation} onClose={close} />}
      {overlay?.kind === 'password' && <PasswordDialog onClose={close} />}
    </ActionsContext.Provider>
  );
}
