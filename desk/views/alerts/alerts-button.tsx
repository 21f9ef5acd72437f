import { useValue } from '../../hooks/use-value';
import { useActions, useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** How many alerts about deadlines were not looked at yet. */
export function AlertsButton() {
  const { texts } = useTexts();
  const actions = useActions();
  const unseen = useValue(useDesk().alerts.unseen);
  return (
    <button type="button" class="view" onClick={() => actions.alerts()} data-due={unseen > 0}>
      <span>
        <Icon name="bell" /> {texts.alerts.label}
      </span>
      {unseen > 0 && (
        <span class="count">
          {unseen}
          <span class="visually-hidden"> {texts.alerts.unseen(unseen)}</span>
        </span>
      )}
    </button>
  );
}
