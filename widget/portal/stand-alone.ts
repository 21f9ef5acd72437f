import type { HostState } from '@beseda/shared/protocol/host-bridge';
import type { Bridge } from '../panel/model/bridge';
import type { Portal } from './model/portal';

/** What takes the host page's place: nothing stands around this page, but a picture of the screen can be taken. */
export function standAlone({ panel }: Portal): Bridge {
  return {
    post(message) {
      if (message.type !== 'capture' || message.step !== 'take') return;
      import('./capture/capture-screen').then(
        ({ captureScreen }) => captureScreen(panel),
        () => panel.set({ line: 'offline' }),
      );
    },
    raise() {},
    askToken: () => Promise.resolve(null),
    askState: () => Promise.resolve(panel.host as HostState),
  };
}
