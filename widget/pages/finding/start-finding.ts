import { rememberSearch } from '../../panel/search/recent-searches';
import { dropFound, loadFound } from './load-found';
import { SEARCHES, showRecent } from './show-recent';

const PAUSE_MS = 150;

/** Finds while one types; without scripts the same form and links load the same page. */
function startFinding(form: HTMLFormElement, input: HTMLInputElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const addressOf = () => `${form.action}?${new URLSearchParams({ q: input.value.trim() })}`;

  input.addEventListener('input', () => {
    clearTimeout(timer);
    dropFound();
    timer = setTimeout(() => void loadFound(addressOf(), true), PAUSE_MS);
    showRecent(input.value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    rememberSearch(SEARCHES, input.value);
    const address = addressOf();
    void loadFound(address, false).then((done) => done || location.assign(address));
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('main a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.closest('.hits')) rememberSearch(SEARCHES, input.value);
    if (link.pathname !== location.pathname) return;
    event.preventDefault();
    clearTimeout(timer);
    const shown = hitLinks().length;
    void loadFound(link.href, false).then((done) => {
      if (!done) return location.assign(link.href);
      input.value = new URL(link.href).searchParams.get('q') ?? '';
      showRecent(input.value);
      const place = document.querySelector<HTMLElement>('.filter [aria-current]') ?? input;
      (link.classList.contains('more') ? (hitLinks()[shown] ?? place) : place).focus();
    });
  });
  showRecent(input.value);
}

function hitLinks(): NodeListOf<HTMLElement> {
  return document.querySelectorAll('.hits a');
}

const form = document.querySelector<HTMLFormElement>('main form.search');
const input = form?.querySelector('input');
if (form && input) startFinding(form, input);
