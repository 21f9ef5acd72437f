import type { QueueRow } from '@beseda/shared/protocol/http';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../hooks/use-now';
import { useTexts } from '../contexts';
import { StatusIcon } from '../icons';
import type { Twins } from './use-twins';

/** What can be merged with, one to be chosen. */
export function MergeCandidates(props: {
  twins: Twins;
  query: string;
  chosen: Pick<QueueRow, 'number'> | null;
  choose: (row: QueueRow) => void;
}) {
  const { texts } = useTexts();
  const words = texts.topics;
  const { rows, failed, again } = props.twins;
  return (
    <div>
      <div role="status">
        {failed && (
          <p class="refused">
            {words.unreached}{' '}
            <button type="button" class="button small" onClick={again}>
              {texts.app.tryAgain}
            </button>
          </p>
        )}
        {!failed && rows === null && <p class="soft">{words.searching}</p>}
        {rows?.length === 0 && <p class="soft">{props.query.trim() ? words.noTwinsFound : words.noTwins}</p>}
      </div>
      {rows !== null && rows.length > 0 && (
        <fieldset class="twins">
          <legend class="visually-hidden">{words.candidates}</legend>
          {rows.map((row) => (
            <Candidate
              key={row.number}
              row={row}
              chosen={row.number === props.chosen?.number}
              choose={props.choose}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Candidate(props: { row: QueueRow; chosen: boolean; choose: (row: QueueRow) => void }) {
  const { texts, locale } = useTexts();
  const now = useNow();
  const { row } = props;
  return (
    <label class="twin">
      <input type="radio" name="twin" checked={props.chosen} onChange={() => props.choose(row)} />
      <span class="twin-subject">{row.subject}</span>
      <span class="twin-facts">
        <span>#{row.number}</span>
        <span class="status-word">
          <StatusIcon status={row.status} />
          {texts.statuses[row.status]}
        </span>
        <Time at={row.updatedAt} now={now} locale={locale} />
      </span>
    </label>
  );
}
