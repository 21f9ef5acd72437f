import type { ToPanel } from '@beseda/shared/protocol/host-bridge';
import type { Panel } from '../model/panel';

/** The draft that the next picture is for. */
let wantedBy = 'new';

export function takeScreenshot(panel: Panel, key: string): void {
  wantedBy = key;
  panel.set({ refusedFiles: [] });
  panel.bridge.post({ type: 'capture', step: 'take' });
}

/** Nothing is attached that the person has not seen and agreed to. */
export async function receivePicture(
  panel: Panel,
  { image, drawn = false }: Extract<ToPanel, { type: 'captured' }>,
): Promise<void> {
  const key = wantedBy;
  const { session } = panel;
  if (!image) return panel.set({ refusedFiles: [{ name: '', code: 'no_picture' }] });
  const file = await import('./edit-picture').then(
    ({ editPicture }) => editPicture(image, drawn, panel.state.locale),
    () => panel.set({ line: 'offline' }),
  );
  panel.bridge.post({ type: 'capture', step: 'end' });
  if (file && session === panel.session && panel.draftKey() === key) panel.attach([file]);
}
