import type { ToPanel } from '@beseda/shared/protocol/host-bridge';
import { followHost } from './follow-host';
import { obeyInOrder } from './obey-in-order';
import type { Panel } from './panel';

/** Takes what the host says, in its order; what carries out calls is loaded with the first one. */
export function hearHost(panel: Panel): (message: Exclude<ToPanel, { type: 'token' }>) => void {
  return obeyInOrder((message) => {
    if (message.type !== 'state')
      return import('./obey-host').then(
        ({ obeyHost }) => obeyHost(panel, message),
        () => panel.bridge.raise('error', { code: 'unavailable' }),
      );
    followHost(panel, message);
    return undefined;
  });
}
