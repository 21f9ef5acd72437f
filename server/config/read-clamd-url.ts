/** Where a clamd listens. */
export type ClamdAddress = { host: string; port: number } | { path: string };

export const CLAMD_URL_TAKES = 'where clamd listens, like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl';

const DEFAULT_PORT = 3310;

/** Null: not such an address. */
export function readClamdUrl(given: string): ClamdAddress | null {
  const path = /^unix:(?:\/\/)?(\/[^?#]+)$/.exec(given)?.[1];
  if (path) return { path };
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'tcp:' || !url.hostname || url.username || url.search || url.hash) return null;
  if (url.pathname !== '' && url.pathname !== '/') return null;
  return { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port) || DEFAULT_PORT };
}
