import type { Attachment } from '@beseda/shared/domain/event';
import type { Panel } from '../model/panel';

/** A click on a thumbnail opens the image over the panel; with a modifier key the link is followed as ever. */
export function openViewer(panel: Panel, event: MouseEvent, files: readonly Attachment[]): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.ui-thumb');
  const file = link && files.find(({ id }) => link.dataset['id'] === id);
  if (!file || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import('../viewer/show-image').then(
    ({ showImage }) => showImage({ name: file.name, url: link.href }, panel.state.texts.close),
    () => open(link.href, '_blank', 'noopener'),
  );
}
