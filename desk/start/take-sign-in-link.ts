/** The token of `/desk/sign-in#TOKEN`, taken out of the address so that it stays in no history; null when there is none. */
export function takeSignInLink(): string | null {
  if (!location.pathname.startsWith('/desk/sign-in')) return null;
  const token = location.hash.slice(1);
  history.replaceState(null, '', '/desk/');
  return token === '' ? null : token;
}
