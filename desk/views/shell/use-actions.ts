import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { propertiesOf } from '../../hooks/use-properties';
import { type KnowledgePlace, knowledgeHome } from '../../model/knowledge-route';
import type { MailPlace } from '../../model/mail-route';
import type { Place, SettingsPlace } from '../../model/route';
import { mergedInto, splitFrom } from '../../model/topics';
import type { UpdatedTicket } from '../../model/update-ticket';
import type { Actions } from '../actions';
import { type Page, useDesk, usePage } from '../contexts';
import type { QueueHandle } from '../queue/queue-pane';
import type { TicketHandle } from '../ticket/ticket-area';
import type { Overlay } from './shell';

/** Ties the actions to the panes. Made once: everything is read when it is asked for. */
export function useActionsOf(options: {
  list: RefObject<QueueHandle>;
  ticket: RefObject<TicketHandle>;
  setOverlay: (overlay: Overlay) => void;
}): Actions {
  const { list, ticket, setOverlay } = options;
  const desk = useDesk();
  const { places } = usePage();
  return useMemo<Actions>(() => {
    const openTicket = () => ticket.current?.conversation() ?? null;
    const target = (): UpdatedTicket | null => {
      const number = list.current?.focused() ?? places.get().number ?? list.current?.cursor() ?? null;
      if (number === null) return null;
      const open = openTicket();
      const found = propertiesOf(desk, number, open?.number === number ? open : null);
      return found && { ...found, number };
    };
    const show = (number: number) => places.go({ ...ticketsOf(places.get()), number });
    const close = () => {
      places.go({ ...places.get(), number: null });
      list.current?.focusCursor();
    };
    return {
      close,
      go: (place) => places.go({ ...ticketsOf(places.get()), ...place }),
      moveCursor: (by) => list.current?.moveCursor(by),
      write: (mode) => ticket.current?.write(mode),
      choose(what) {
        if (what === 'command' || target() !== null) setOverlay({ kind: 'palette', what });
      },
      search: () => list.current?.search(),
      help: () => setOverlay({ kind: 'help' }),
      call: () => setOverlay({ kind: 'call' }),
      alerts: () => setOverlay({ kind: 'alerts' }),
      callBacks: () => setOverlay({ kind: 'call-backs' }),
      deleteTicket: (number) => setOverlay({ kind: 'delete', number }),
      openTicket,
      split(seq) {
        const conversation = openTicket();
        if (conversation && !mergedInto(conversation)) setOverlay({ kind: 'split', conversation, seq });
      },
      merge() {
        const conversation = openTicket();
        if (conversation && !mergedInto(conversation)) setOverlay({ kind: 'merge', conversation });
      },
      makeArticle() {
        const conversation = openTicket();
        if (conversation) setOverlay({ kind: 'article', conversation });
      },
      unsplit() {
        const conversation = openTicket();
        const from = conversation && splitFrom(conversation);
        if (from) void desk.topics.unsplit(conversation.number, from.number, show);
      },
      unmerge() {
        const conversation = openTicket();
        const into = conversation && mergedInto(conversation);
        if (into) void desk.topics.unmerge({ number: conversation.number, into: into.number }, show);
      },
      undo: () => void desk.notices.undoLast(),
      target,
      change: (updated, patch) => void desk.updates.update(updated, patch),
      leave() {
        const { activeElement } = document;
        const { settings, knowledge, mail } = places.get();
        if (settings) return leaveSettings(places, settings);
        if (knowledge) return leaveKnowledge(places, knowledge);
        if (mail) return leaveMail(places, mail);
        if (activeElement instanceof HTMLTextAreaElement) ticket.current?.focusThread();
        else if (activeElement instanceof HTMLInputElement) list.current?.focusCursor();
        else if (places.get().number !== null) close();
      },
    };
  }, [desk, places]);
}

/** The place without an area over it. */
function ticketsOf({ view, number, query }: Place): Place {
  return { view, number, query };
}

/** Out of the field, then out of the object, then back to the tickets. */
function leaveSettings(places: Page['places'], { section, id }: SettingsPlace): void {
  if (leaveField()) return;
  const here = ticketsOf(places.get());
  places.go(id === null ? here : { ...here, settings: { section, id: null } });
}

/** Out of the field, then back to the section's list, then to the tickets. */
function leaveKnowledge(places: Page['places'], { section, rest }: KnowledgePlace): void {
  if (leaveField()) return;
  const here = ticketsOf(places.get());
  places.go(rest.length === 0 ? here : { ...here, knowledge: knowledgeHome(section) });
}

/** Out of the field, then out of the object, then to the tickets. */
function leaveMail(places: Page['places'], { section, id }: MailPlace): void {
  if (leaveField()) return;
  const here = ticketsOf(places.get());
  places.go(id === null ? here : { ...here, mail: { section, id: null } });
}

function leaveField(): boolean {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLElement && activeElement.matches('input, textarea, select');
  if (isField) activeElement.blur();
  return isField;
}
