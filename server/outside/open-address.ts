import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address';

/** Why there is no answer. `not_public`: it, or where it leads, is an address of this machine or its network. */
type OutsideFault = 'bad_address' | 'not_public' | 'too_many_redirects' | 'timeout' | 'unreached';

interface OutsideAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Where redirects have led. */
  address: string;
  /** To be read to its end or destroyed; fails when the time is up. */
  body: IncomingMessage;
}

interface Asking {
  method?: 'GET' | 'HEAD';
  /** For all of it, the body included. */
  timeoutMs: number;
  /** How many are followed; 5 unless said. */
  redirects?: number;
  accept?: string;
  /** Who asks; our name alone unless said. */
  userAgent?: string;
  signal?: AbortSignal;
}

/** What may be reached, and how names are resolved; tests have rules of their own. */
export interface OutsideRules {
  isAllowed(ip: string): boolean;
  resolve(
    host: string,
    options: LookupAllOptions,
    done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
  ): void;
}

const OPEN_INTERNET: OutsideRules = { isAllowed: isPublicAddress, resolve: lookup };
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const CLOSED = 'ERR_NOT_PUBLIC';

/**
 * Asks a server of the internet whose address somebody gave. Every address that a name stands for is looked at, again after
 * each redirect, and the connection goes to what was looked at: no answer of the name server can lead it inside.
 */
export async function openAddress(
  address: string,
  asking: Asking,
  rules: OutsideRules = OPEN_INTERNET,
): Promise<OutsideAnswer | OutsideFault> {
  const timeout = AbortSignal.timeout(asking.timeoutMs);
  const signal = asking.signal ? AbortSignal.any([timeout, asking.signal]) : timeout;
  let next = address;
  for (let left = asking.redirects ?? 5; left >= 0; left--) {
    const url = readAddress(next);
    if (url === null) return 'bad_address';
    const answer = await ask(url, { ...asking, signal }, rules).catch((error: NodeJS.ErrnoException) =>
      error.code === CLOSED ? 'not_public' : timeout.aborted ? 'timeout' : 'unreached',
    );
    if (typeof answer === 'string') return answer;
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
    answer.body.destroy();
    next = URL.canParse(location, url.href) ? new URL(location, url).href : location;
  }
  return 'too_many_redirects';
}

function readAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isWeb = url !== null && ['http:', 'https:'].includes(url.protocol);
  return isWeb && url.username === '' && url.password === '' ? url : null;
}

function ask(
  url: URL,
  { method = 'GET', accept = '*/*', userAgent = 'Beseda', signal }: Asking,
  rules: OutsideRules,
) {
  // A literal address is never looked up.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !rules.isAllowed(host)) return Promise.reject(closed(host));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { accept, 'accept-encoding': 'identity', 'user-agent': userAgent };
  return new Promise<OutsideAnswer>((resolve, reject) => {
    // An agent would give a connection that somebody else has opened.
    const request = send(url, { method, headers, agent: false, lookup: lookUp(rules), signal });
    request.on('error', reject);
    request.on('response', (body) => {
      // A body that breaks after this is the reader's to notice.
      request.on('error', () => {});
      const { statusCode: status = 0, headers: given } = body;
      resolve({ status, headers: given, address: url.href, body });
    });
    request.end();
  });
}

function lookUp({ resolve, isAllowed }: OutsideRules): LookupFunction {
  return (host, options, done) =>
    resolve(host, { family: options.family, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? closed(host), '', 0);
      if (!found.every(({ address }) => isAllowed(address))) return done(closed(host), '', 0);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
}

function closed(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} is no address of the open internet`), { code: CLOSED });
}
