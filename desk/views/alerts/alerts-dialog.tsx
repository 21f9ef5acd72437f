import type { Alert } from '@beseda/shared/protocol/http';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../hooks/use-now';
import { useValue } from '../../hooks/use-value';
import { formatPlace } from '../../model/route';
import { useActions, useDesk, usePage, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { followInside } from '../follow-inside';
import { StateMessage } from '../state-message';

/** What the agent was told of deadlines, newest first. */
export function AlertsDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
  const { alerts } = useDesk();
  const list = useValue(alerts.list);
  const unseen = useValue(alerts.unseen);
  const words = texts.alerts;
  return (
    <Dialog label={words.label} class="wide" onClose={onClose}>
      <h2>{words.label}</h2>
      {list?.length ? (
        <ul class="alerts">
          {list.map((alert) => (
            <Row key={alert.id} alert={alert} onClose={onClose} />
          ))}
        </ul>
      ) : (
        <StateMessage title={list ? words.none : texts.app.loading} hint={list ? words.noneHint : ''} />
      )}
      <div class="dialog-foot">
        {unseen > 0 && (
          <button type="button" class="button" onClick={() => alerts.see()}>
            {words.seeAll}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {texts.app.close}
        </button>
      </div>
    </Dialog>
  );
}

function Row({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { texts, locale } = useTexts();
  const { places } = usePage();
  const actions = useActions();
  const now = useNow();
  const { number, subject } = alert.ticket;
  const open = () => {
    onClose();
    actions.go({ number });
  };
  return (
    <li data-unseen={alert.seenAt === null} data-kind={alert.kind}>
      <a href={formatPlace({ ...places.get(), number })} onClick={(event) => followInside(event, open)}>
        #{number} {subject}
      </a>
      <span>
        {texts.alerts.clocks[alert.clock]}: {texts.alerts.kinds[alert.kind]},{' '}
        <Time at={alert.dueAt} now={now} locale={locale} focusable />
      </span>
    </li>
  );
}
