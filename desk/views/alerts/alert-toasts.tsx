import { formatClock } from '@beseda/shared/ui/time';
import { useValue } from '../../hooks/use-value';
import { useActions, useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** Alerts as they come, at the edge of the screen. */
export function AlertToasts() {
  const { texts, locale } = useTexts();
  const { alerts } = useDesk();
  const actions = useActions();
  const shown = useValue(alerts.shown);
  const words = texts.alerts;
  return (
    <div class="alert-toasts" role="status" aria-label={words.label}>
      {shown.map(({ id, kind, clock, ticket, dueAt }) => (
        <section class="alert-toast" key={id} data-kind={kind}>
          <p>
            <strong>
              #{ticket.number} {ticket.subject}
            </strong>
            <span>
              {words.clocks[clock]}: {words.kinds[kind]}, {formatClock(dueAt, locale)}
            </span>
          </p>
          <button
            type="button"
            class="button small"
            onClick={() => {
              alerts.dismiss(id);
              actions.go({ number: ticket.number });
            }}
          >
            {words.open}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={texts.app.close}
            onClick={() => alerts.dismiss(id)}
          >
            <Icon name="close" />
          </button>
        </section>
      ))}
    </div>
  );
}
