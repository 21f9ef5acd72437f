import type { Locale } from '@beseda/shared/domain/words';
import { render } from 'preact';
import { adopt } from '../views/lazy-view';
import { Editor } from './editor';
import css from './editor.css?inline';
import { pictureTexts } from './texts';

adopt(css);

/** Lets the person crop and mark a picture; the file that comes of it, or null when they think better of it. */
export async function editPicture(image: Blob, drawn: boolean, locale: Locale): Promise<File | null> {
  const picture = await createImageBitmap(image);
  const dialog = document.createElement('dialog');
  const texts = pictureTexts(locale);
  dialog.className = 'picture';
  dialog.setAttribute('aria-label', texts.title);
  // Esc belongs to the picture while it is open, not to the panel, wherever the focus is.
  dialog.tabIndex = -1;
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  try {
    return await new Promise((resolve) => {
      dialog.addEventListener('close', () => resolve(null));
      render(<Editor picture={picture} drawn={drawn} texts={texts} onDone={resolve} />, dialog);
      dialog.showModal();
    });
  } finally {
    render(null, dialog);
    dialog.remove();
    picture.close();
  }
}
