const base = '/demo';

/** The path inside the office: `/demo/members/1042` is `/members/1042`, `/demo` is `/dashboard`. */
export function currentRoute() {
  const path = location.pathname.slice(base.length).replace(/\/+$/, '');
  return path === '' ? '/dashboard' : path;
}

export function hrefTo(route) {
  return base + route;
}

export function goTo(route) {
  if (route !== currentRoute()) history.pushState(null, '', hrefTo(route));
  dispatchEvent(new Event('office:navigate'));
}

/** Calls `show` now, after each click on a link into the office, and on back and forward. */
export function followRoutes(show) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (link.hash || !(link.pathname === base || link.pathname.startsWith(`${base}/`))) return;
    event.preventDefault();
    goTo(link.pathname.slice(base.length) || '/dashboard');
  });
  addEventListener('popstate', () => show());
  addEventListener('office:navigate', () => show());
}

/** Matches `/members/:number`; returns the named parts, or null. */
export function matchRoute(pattern, route) {
  const [wanted, given] = [pattern.split('/'), route.split('/')];
  if (wanted.length !== given.length) return null;
  const params = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given[index]);
    else if (part !== given[index]) return null;
  }
  return params;
}

function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}
