import type { QueueRow } from '@beseda/shared/protocol/http';
import { Avatar } from '@beseda/shared/ui/avatar';
import { exactTime, formatBrief, formatSpan, formatTime } from '@beseda/shared/ui/time';
import { useValue } from '../../hooks/use-value';
import { formatPlace } from '../../model/route';
import { useActions, useDesk, usePage, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { Icon, PriorityIcon, StatusIcon } from '../icons';

/** One ticket of the list: subject, who, the last words, how long it has waited, and who works on it. */
export function QueueRowLink(props: {
  row: QueueRow;
  now: number;
  open: boolean;
  tabbable: boolean;
  onFocus: () => void;
}) {
  const { texts, locale } = useTexts();
  const { places } = usePage();
  const actions = useActions();
  const { row } = props;
  const { alerts } = useDesk();
  useValue(alerts.list);
  const marked = alerts.isMarked(row.number);
  return (
    <a
      class="row"
      href={formatPlace({ ...places.get(), number: row.number })}
      data-number={row.number}
      data-unread={row.unread}
      aria-current={props.open ? 'true' : undefined}
      tabIndex={props.tabbable ? 0 : -1}
      onFocus={props.onFocus}
      onClick={(event) => followInside(event, () => actions.go({ number: row.number }))}
    >
      <StatusIcon status={row.status} />
      <span class="row-line">
        <span class="row-subject">{row.subject}</span>
        <RowTime row={row} now={props.now} />
      </span>
      <span class="row-line">
        <span class="row-who">
          {row.requester.name} · {row.company.name}
        </span>
        <span class="row-number">#{row.number}</span>
      </span>
      <span class="row-line">
        <span class="row-preview">{row.preview}</span>
        <RowMarks row={row} marked={marked} />
      </span>
      <span class="visually-hidden">
        {marked && `${texts.alerts.marked}, `}
        {describe(props.row, props.now, { texts, locale })}
      </span>
    </a>
  );
}

function RowMarks({ row, marked }: { row: QueueRow; marked: boolean }) {
  const { texts } = useTexts();
  return (
    <span class="row-marks">
      {marked && (
        <span class="row-alert" title={texts.alerts.marked}>
          <Icon name="bell" />
        </span>
      )}
      {(row.priority === 'high' || row.priority === 'urgent') && (
        <span title={texts.priorities[row.priority]}>
          <PriorityIcon priority={row.priority} />
        </span>
      )}
      {row.assignee && (
        <span title={row.assignee.name}>
          <Avatar name={row.assignee.name} size="small" />
        </span>
      )}
    </span>
  );
}

/** When the answer is due; else how long somebody has waited for one; else when the ticket last changed. */
function RowTime({ row, now }: { row: QueueRow; now: number }) {
  const { locale, texts } = useTexts();
  if (row.nextDueAt !== null) return <DueTime at={row.nextDueAt} now={now} />;
  const at = row.waitingSince ?? row.updatedAt;
  const exact = exactTime(at, locale);
  const waits = row.waitingSince !== null;
  return (
    <time
      class="row-time"
      data-waits={waits}
      dateTime={at}
      title={waits ? `${texts.queue.waiting}: ${exact}` : exact}
    >
      {waits ? formatSpan(now - Date.parse(at), locale) : formatBrief(at, now, locale)}
    </time>
  );
}

const SOON_MS = 30 * 60_000;

function DueTime({ at, now }: { at: string; now: number }) {
  const { locale, texts } = useTexts();
  const left = Date.parse(at) - now;
  const due = left <= 0 ? 'missed' : left < SOON_MS ? 'soon' : 'later';
  const text = due === 'missed' ? texts.alerts.late(formatSpan(-left, locale)) : formatTime(at, now, locale);
  return (
    <time
      class="row-time"
      data-due={due}
      dateTime={at}
      title={`${texts.alerts.dueAt}: ${exactTime(at, locale)}`}
    >
      {text}
    </time>
  );
}

function describe(row: QueueRow, now: number, { texts, locale }: ReturnType<typeof useTexts>): string {
  return [
    row.nextDueAt === null ? '' : tellDue(row.nextDueAt, now, { texts, locale }),
    row.unread ? texts.queue.unread : '',
    row.waitingSince === null ? '' : texts.queue.waiting,
    texts.statuses[row.status].toLowerCase(),
    row.priority === 'normal' ? '' : texts.queue.priority(texts.priorities[row.priority]),
    row.assignee ? texts.queue.assignee(row.assignee.name) : texts.queue.unassigned,
  ]
    .filter(Boolean)
    .join(', ');
}

function tellDue(at: string, now: number, { texts, locale }: ReturnType<typeof useTexts>): string {
  const left = Date.parse(at) - now;
  if (left <= 0) return texts.alerts.lateSaid(formatSpan(-left, locale));
  return texts.alerts.due(formatTime(at, now, locale));
}
