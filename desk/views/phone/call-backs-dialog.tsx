import { formatPhoneNumber } from '@beseda/shared/domain/phone-number';
import type { CallBack } from '@beseda/shared/protocol/http';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../hooks/use-now';
import { useValue } from '../../hooks/use-value';
import { formatPlace } from '../../model/route';
import { useActions, useDesk, usePage, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { followInside } from '../follow-inside';
import { StateMessage } from '../state-message';

/** Calls that were promised, the earliest first. */
export function CallBacksDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
  const { calls } = useDesk();
  const promised = useValue(calls.promised);
  const [done, setDone] = useState<CallBack | null>(null);
  const words = texts.phone;
  const finish = async (row: CallBack, isDone: boolean) => {
    if (await calls.finish(row.id, isDone)) setDone(isDone ? row : null);
  };
  return (
    <Dialog label={words.promised} class="wide" onClose={onClose}>
      <h2>{words.promised}</h2>
      <p role="status" class="call-back-done">
        {done && (
          <>
            {words.doneSaid(done.requester.name)}{' '}
            <button type="button" class="button small" onClick={() => void finish(done, false)}>
              {words.undone}
            </button>
          </>
        )}
      </p>
      {promised.length === 0 ? (
        <StateMessage title={words.promisedNone} hint={words.promisedHint} />
      ) : (
        <ul class="call-backs">
          {promised.map((row) => (
            <Row key={row.id} row={row} onDone={() => void finish(row, true)} onClose={onClose} />
          ))}
        </ul>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.close}
        </button>
      </div>
    </Dialog>
  );
}

function Row({ row, onDone, onClose }: { row: CallBack; onDone: () => void; onClose: () => void }) {
  const { texts, locale } = useTexts();
  const { places } = usePage();
  const actions = useActions();
  const now = useNow();
  const words = texts.phone;
  const { number } = row.ticket;
  return (
    <li data-overdue={Date.parse(row.dueAt) <= now}>
      <div>
        <strong>
          {row.requester.name}, {row.requester.company}
        </strong>
        <a href={`tel:${row.number}`}>{formatPhoneNumber(row.number)}</a>
        {row.note && <span>{row.note}</span>}
        <small>
          <a
            href={formatPlace({ ...places.get(), number })}
            onClick={(event) =>
              followInside(event, () => {
                onClose();
                actions.go({ number });
              })
            }
          >
            #{number} {row.ticket.subject}
          </a>
          {row.agent && ` · ${words.promisedBy(row.agent)}`}
        </small>
      </div>
      <span class="call-back-due">
        {Date.parse(row.dueAt) <= now && `${words.overdue} · `}
        <Time at={row.dueAt} now={now} locale={locale} focusable />
      </span>
      <button type="button" class="button small" onClick={onDone}>
        {words.done}
      </button>
    </li>
  );
}
