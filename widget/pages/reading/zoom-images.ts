const CLOSE = document.documentElement.lang === 'ru' ? 'Закрыть' : 'Close';

/** Shows an image as large as the window allows, over the page; Escape or a click closes it. */
export function zoomImages(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.zoom') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
}

function open(link: HTMLAnchorElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoomed';
  const image = new Image();
  image.src = link.href;
  image.alt = link.querySelector('img')?.alt ?? '';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '✕';
  close.ariaLabel = CLOSE;
  dialog.append(image, close);
  dialog.ariaLabel = image.alt || CLOSE;
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
