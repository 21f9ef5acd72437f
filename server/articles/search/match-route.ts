/** Whether a page's path fits one of the patterns; `*` stands for any characters. Query, hash and end slash are ignored. */
export function matchRoute(patterns: readonly string[], route: string): boolean {
  const path = trimRoute(route);
  return patterns.some((pattern) => matchPattern(trimRoute(pattern), path));
}

/** The path alone, in lower case. */
export function trimRoute(route: string): string {
  const end = route.search(/[?#]/);
  const path = (end < 0 ? route : route.slice(0, end)).toLowerCase();
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Linear in the path for each star; a backtracking regular expression is not, and patterns are written by people. */
function matchPattern(pattern: string, path: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  if (parts.length === 1) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return path.length - last.length >= at && path.endsWith(last);
}
