import type { Panel } from '../model/panel';

/** The numbers and a code for the call, in a dialog over the panel. */
export function openPhone(panel: Panel): void {
  import('../phone/show-phone').then(
    ({ showPhone }) => showPhone(panel),
    () => panel.set({ line: 'offline' }),
  );
}
