import type { QueueRow } from '@beseda/shared/protocol/http';
import { Avatar } from '@beseda/shared/ui/avatar';
import { exactTime, formatBrief, formatSpan } from '@beseda/shared/ui/time';
import { formatPlace } from '../../model/route';
import { useActions, usePage, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { PriorityIcon, StatusIcon } from '../icons';

/** One ticket of the list: subject, who, the last words, how long it has waited, and who works on it. */
export function QueueRowLink(props: {
  row: QueueRow;
  now: number;
  open: boolean;
  tabbable: boolean;
  onFocus: () => void;
}) {
  const { texts } = useTexts();
  const { places } = usePage();
  const actions = useActions();
  const { row } = props;
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
        <RowMarks row={row} />
      </span>
      <span class="visually-hidden">{describe(props.row, texts)}</span>
    </a>
  );
}

function RowMarks({ row }: { row: QueueRow }) {
  const { texts } = useTexts();
  return (
    <span class="row-marks">
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

/** How long somebody has waited for an answer; else when the ticket last changed. */
function RowTime({ row, now }: { row: QueueRow; now: number }) {
  const { locale, texts } = useTexts();
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

function describe(row: QueueRow, texts: ReturnType<typeof useTexts>['texts']): string {
  return [
    row.unread ? texts.queue.unread : '',
    row.waitingSince === null ? '' : texts.queue.waiting,
    texts.statuses[row.status].toLowerCase(),
    row.priority === 'normal' ? '' : texts.queue.priority(texts.priorities[row.priority]),
    row.assignee ? texts.queue.assignee(row.assignee.name) : texts.queue.unassigned,
  ]
    .filter(Boolean)
    .join(', ');
}
