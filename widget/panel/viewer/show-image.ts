import type { Attachment } from '@beseda/shared/domain/event';
import { adopt } from '../views/lazy-view';
import css from './viewer.css?inline';

/** Shows an image in full over the panel, in a dialog of the browser: Esc or a click closes it. */
export function showImage({ url, name }: Pick<Attachment, 'url' | 'name'>, closeLabel: string): void {
  adopt(css);
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-label', name);
  const image = document.createElement('img');
  image.src = url;
  image.alt = name;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = closeLabel;
  dialog.append(image, close);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
