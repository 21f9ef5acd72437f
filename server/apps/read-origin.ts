import type { OriginFault } from '@beseda/shared/protocol/admin';
import { Refusal } from '../context/refusal';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost)$/;

/** Exact origins, each once. Refuses with `invalid_input`. */
export function readOrigins(given: readonly string[]): string[] {
  const origins = [...new Set(given.map(readOrigin))];
  if (origins.length > 0) return origins;
  throw new Refusal('invalid_input', 'An app needs at least one origin.', { field: 'origins' });
}

/**
 * One exact origin (scheme, host, port) as a browser sends it. HTTPS, or HTTP on this machine alone.
 * Refuses with `invalid_input` and a reason.
 */
function readOrigin(given: string): string {
  const text = given.trim();
  if (text.includes('*'))
    throw refuse(text, 'wildcard', 'wildcards are not taken: every site is named exactly');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refuse(
      text,
      'shape',
      'an origin is a scheme, a host and, where needed, a port: https://admin.example.com',
    );
  }
  const isBare = url.pathname === '/' && !/[?#]/.test(text) && url.username === '' && url.password === '';
  if (!isBare) throw refuse(text, 'path', 'an origin has no path, query or user name');
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    throw refuse(text, 'http', 'http is taken for localhost only, everywhere else https');
  }
  return url.origin;
}

function refuse(given: string, reason: OriginFault, said: string): Refusal {
  const details = { origin: given, reason };
  return new Refusal('invalid_input', `Origin «${given}»: ${said}.`, { field: 'origins', details });
}
