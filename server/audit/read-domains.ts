import { Refusal } from '../context/refusal';
import { readLineOrNull } from './read-line';

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
/** Anybody gets an address there. */
const OPEN_TO_ALL =
  /^(?:gmail|googlemail|yandex|ya|mail|bk|list|inbox|rambler|lenta|outlook|hotmail|live|yahoo|icloud|me|aol|proton|protonmail|gmx|zoho)\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/;
const MOST = 20;

/** Names of mail domains, as they are kept: «vita.example, vita-plus.example». Refuses with `invalid_input`. */
export function readDomainsOrNull(given: string | null, field: string): string | null {
  const line = readLineOrNull(given, field, 2_000);
  if (line === null) return null;
  const domains = line
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((one) => one.replace(/^@/, ''));
  const open = domains.find((domain) => OPEN_TO_ALL.test(domain));
  if (open) throw new Refusal('invalid_input', `Anybody gets an address at ${open}.`, { field });
  if (domains.length <= MOST && domains.every((domain) => DOMAIN.test(domain)))
    return [...new Set(domains)].join(', ');
  throw new Refusal('invalid_input', `${field} takes domains like vita.example, ${MOST} at most.`, { field });
}
