import type {
  AgentEvent,
  AssigneeEvent,
  LinkEvent,
  Message,
  PromiseEvent,
  StatusEvent,
} from '@beseda/shared/domain/event';
import type { Locale } from '@beseda/shared/domain/words';
import { Attachments } from '@beseda/shared/ui/attachments';
import { Avatar } from '@beseda/shared/ui/avatar';
import { FoldedText } from '@beseda/shared/ui/folded-text';
import { MessageText } from '@beseda/shared/ui/message-text';
import { formatClock, Time } from '@beseda/shared/ui/time';
import type { Texts } from '../../locales/ru';
import { ticketUrl } from '../../model/route';
import { useActions, useDesk, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { Icon } from '../icons';
import { MailPart } from './mail-part';
import { TicketText } from './ticket-text';

/** A message, a note, or a line about a change. */
export function ThreadEvent(props: {
  event: AgentEvent;
  joined: boolean;
  seen: boolean;
  /** Nothing can be changed here any more. */
  locked: boolean;
}) {
  const { event } = props;
  if (event.kind !== 'message' && event.kind !== 'note') return <ChangeLine event={event} />;
  return <MessageItem {...props} message={event.message} note={event.kind === 'note'} />;
}

function MessageItem(props: {
  message: Message;
  note: boolean;
  joined: boolean;
  seen: boolean;
  locked: boolean;
}) {
  const { texts, locale } = useTexts();
  const actions = useActions();
  const { renewLinks } = useDesk();
  const { message, note } = props;
  const { author } = message;
  const followTicket = (event: MouseEvent) => {
    const link =
      event.target instanceof HTMLAnchorElement ? /^#(\d+)$/.exec(event.target.text)?.[1] : undefined;
    if (link) followInside(event, () => actions.go({ number: Number(link) }));
  };
  return (
    <li class="message" data-by={note ? 'note' : author.kind} data-joined={props.joined}>
      <Avatar name={author.name} />
      <div class="message-card" onClick={followTicket}>
        <p class="message-head">
          <strong>{author.name}</strong>
          {note && (
            <span class="note-mark" title={texts.ticket.noteHint}>
              <Icon name="note" />
              {texts.ticket.note}
              <span class="visually-hidden">, {texts.ticket.noteHint}</span>
            </span>
          )}
          {message.channel !== 'widget' && !note && (
            <span>{texts.ticket.via(texts.channels[message.channel])}</span>
          )}
          {message.copyOf && <CopyMark number={message.copyOf.number} />}
          <span class="message-when">
            {author.kind === 'requester' && !note && !props.locked && <SplitButton seq={message.seq} />}
            <Time at={message.at} now={0} locale={locale} text={formatClock(message.at, locale)} focusable />
          </span>
        </p>
        {message.text && <MessageText text={message.text} ticketUrl={ticketUrl} />}
        <Attachments
          files={message.attachments}
          locale={locale}
          texts={{ label: texts.ticket.attachments, states: texts.ticket.fileStates }}
          renew={renewLinks}
        />
        {message.folded && <FoldedText text={message.folded} texts={texts.ticket.quote} />}
        {message.mail && <MailPart mail={message.mail} />}
        {props.seen && <p class="seen">{texts.ticket.seen}</p>}
      </div>
    </li>
  );
}

/** Where this was written. */
function CopyMark({ number }: { number: number }) {
  const { texts } = useTexts();
  return (
    <span>
      <TicketText text={texts.topics.copyOf(number)} />
    </span>
  );
}

function SplitButton({ seq }: { seq: number }) {
  const { texts } = useTexts();
  const actions = useActions();
  return (
    <button
      type="button"
      class="icon-button message-split"
      aria-label={texts.topics.split}
      title={texts.topics.split}
      onClick={() => actions.split(seq)}
    >
      <Icon name="split" />
    </button>
  );
}

type ChangeEvent = Exclude<AgentEvent, { kind: 'message' | 'note' }>;

function ChangeLine({ event }: { event: ChangeEvent }) {
  const { texts, locale } = useTexts();
  const author = event.author.kind === 'system' ? texts.ticket.system : event.author.name;
  return (
    <li class="change">
      <span>
        {author} · <TicketText text={describe(event, texts, locale)} />
      </span>
      <Time at={event.at} now={0} locale={locale} text={formatClock(event.at, locale)} focusable />
    </li>
  );
}

function describe(event: ChangeEvent, texts: Texts, locale: Locale): string {
  const { changes } = texts.ticket;
  switch (event.kind) {
    case 'status':
      return describeStatus(event, texts, locale);
    case 'type':
      return changes.type(event.to === null ? texts.noType : texts.types[event.to]);
    case 'priority':
      return changes.priority(texts.priorities[event.to]);
    case 'assignee':
      return describeAssignee(event, texts);
    case 'file':
      return changes.file(event.file.name, texts.ticket.fileStates[event.file.state ?? 'checking']);
    case 'promise':
      return describePromise(event, texts, locale);
    case 'link':
      return describeLink(event, texts);
    case 'rating': {
      const { score, comment } = event.rating;
      return score === null ? '' : changes.rated(texts.rating.scores[score], comment);
    }
    case 'undelivered':
      return changes.undelivered(event.undelivered.address, event.undelivered.marked);
    case 'follower':
      return changes.follower(event.follower.name, event.left);
    case 'mail':
      return changes.mail(changes.mails[event.mail.class], event.mail.from, event.mail.text);
    default:
      return '';
  }
}

function describeStatus({ at, to, acceptance, state }: StatusEvent, texts: Texts, locale: Locale): string {
  const { steps } = texts.topics;
  if (!acceptance) return texts.ticket.changes.status(texts.statuses[to]);
  if (acceptance !== 'proposed') return steps[acceptance];
  return steps.proposed(state?.acceptBy ? formatNear(state.acceptBy, at, locale) : '');
}

function describeLink({ link, undone }: LinkEvent, { topics }: Texts): string {
  const { kind, way, number } = link;
  return undone ? topics.untied[kind](number) : topics.linked[kind][way](number);
}

function describePromise(
  { at, clock, from, to, reason }: PromiseEvent,
  { alerts }: Texts,
  locale: Locale,
): string {
  const name = alerts.clocks[clock];
  const tell = (due: string | null) => (due ? formatNear(due, at, locale) : '');
  if (reason === 'missed') return alerts.passed(name, tell(from));
  const why = alerts.whys[reason];
  return alerts.moved(name, tell(from), tell(to)) + (why && ` (${why})`);
}

/** The clock of a moment; with its day, where that is another than the event's. */
function formatNear(due: string, at: string, locale: Locale): string {
  const day = new Date(due);
  if (day.toDateString() === new Date(at).toDateString()) return formatClock(due, locale);
  const date = day.toLocaleDateString(locale, { day: 'numeric', month: 'short' });
  return `${date} ${formatClock(due, locale)}`;
}

function describeAssignee({ author, from, to, why }: AssigneeEvent, { ticket }: Texts): string {
  const { changes } = ticket;
  if (to === null) return why ? `${changes.released}: ${from?.name} ${changes.why[why]}` : changes.released;
  if (to.id === author.id) return changes.took;
  return why ? `${changes.assignee(to.name)} (${changes.why[why]})` : changes.assignee(to.name);
}
