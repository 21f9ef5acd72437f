import { composeReport } from '@beseda/shared/domain/compose-report';
import type { ViewProps } from '../views/lazy-view';

/** A report on its way to the server, as it will stand there. `id`: its client id. */
export function View({ panel, id, text = '' }: ViewProps) {
  const item = panel.live?.outbox.items().find(({ clientId }) => clientId === id);
  return <>{item ? composeReport(item.text, item.start?.report, panel.state.locale) : text}</>;
}
