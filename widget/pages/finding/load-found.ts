let running = new AbortController();

/** Lets go of what is on its way: a late answer never overwrites a newer one. */
export function dropFound(): void {
  running.abort();
}

/** Puts what the search page at an address says in the place of what this one says; false when it cannot be had. */
export async function loadFound(address: string, typing: boolean): Promise<boolean> {
  dropFound();
  const { signal } = (running = new AbortController());
  try {
    const answer = await fetch(address, { signal, headers: typing ? { 'x-beseda-typing': '1' } : {} });
    const text = answer.ok ? await answer.text() : '';
    return signal.aborted || take(text, address);
  } catch {
    return signal.aborted;
  }
}

function take(text: string, address: string): boolean {
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  const [found, said] = [fresh.querySelector('#found'), fresh.querySelector('#said')];
  const status = document.querySelector('#said');
  if (!found || !said || !status) return false;
  document.querySelector('#found')?.replaceWith(found);
  status.textContent = said.textContent;
  document.title = fresh.title;
  history.replaceState(null, '', address);
  return true;
}
