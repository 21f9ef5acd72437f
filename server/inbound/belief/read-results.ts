import { BlockList, isIP } from 'node:net';
import type { MailHeader } from '../parsing/parsed-mail';
import type { Belief, Handover } from './belief';

interface Trust {
  /** Names under which receivers that we trust write what they have found; `*.yandex.net` takes all below it. */
  trusted: readonly string[];
  /** Addresses of machines whose mail by SMTP is theirs to vouch for. */
  relays: readonly string[];
  handover: Pick<Handover, 'way' | 'remote'>;
}

/** Receivers known to write below their own Received, and to take out what others have written in their name. */
const WRITE_BELOW = ['mx.google.com', '*.google.com', '*.yandex.net', '*.yandex.ru', '*.mail.ru'];

/**
 * What Authentication-Results (RFC 8601) say of the author's domain. Only the topmost one of a trusted receiver counts,
 * and only above the Received by which mail came to it: everything below was written by whoever sent it.
 */
export function readResults(headers: readonly MailHeader[], domain: string, trust: Trust): Belief {
  const { way, remote } = trust.handover;
  if (way === 'smtp' && !(remote && isRelay(remote.address, trust.relays))) return 'unknown';
  const results = findTrusted(headers, trust.trusted);
  return results ? judge(results, domain) : 'unknown';
}

function findTrusted(headers: readonly MailHeader[], trusted: readonly string[]): string | null {
  let found: string | null = null;
  let isBelow = false;
  for (const { name, value } of headers) {
    if (name === 'authentication-results') {
      const id = readId(value);
      if (id === null || !isOneOf(id, trusted)) continue;
      if (isBelow && isOneOf(id, WRITE_BELOW)) return value;
      if (!isBelow) found ??= value;
    } else if (name === 'received') {
      const isTrusted = isOneOf(/\bby\s+([^\s;()]+)/i.exec(value)?.[1] ?? '', trusted);
      if (isTrusted && found !== null) return found;
      if (isBelow && !isTrusted) return null;
      isBelow ||= isTrusted;
    }
  }
  return null;
}

const readId = (value: string) => /^\s*([^\s;]+)\s*(?:\d+\s*)?;/.exec(stripComments(value))?.[1] ?? null;

function isOneOf(host: string, patterns: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return patterns.some((given) => {
    const pattern = given.toLowerCase();
    return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
  });
}

/** DMARC says it all where it is given; else a signature or an envelope of the author's own domain. */
function judge(results: string, domain: string): Belief {
  const methods = stripComments(results).split(';').slice(1).map(readMethod);
  const dmarc = methods.find(({ name }) => name === 'dmarc');
  if (dmarc?.result === 'pass')
    return isSame(dmarc.properties['header.from'] ?? domain, domain) ? 'believed' : 'unknown';
  if (dmarc?.result === 'fail') return 'failed';
  const passes = methods.some(({ name, result, properties }) => {
    if (result !== 'pass') return false;
    if (name === 'dkim') return covers(properties['header.d'] ?? properties['header.i'] ?? '', domain);
    return name === 'spf' && covers(properties['smtp.mailfrom'] ?? '', domain);
  });
  return passes ? 'believed' : 'unknown';
}

function readMethod(part: string): { name: string; result: string; properties: Record<string, string> } {
  const [first = '', ...rest] = part.trim().split(/\s+/);
  const [name = '', result = ''] = first.toLowerCase().split('=');
  const properties = Object.fromEntries(
    rest.flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at).toLowerCase(), pair.slice(at + 1).replace(/^"|"$/g, '')]] : [];
    }),
  );
  return { name, result, properties };
}

/** The domain of an address, of `@domain`, or a domain alone. */
const domainOf = (given: string) =>
  given
    .slice(given.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '');

const isSame = (given: string, domain: string) => domainOf(given) === domain.toLowerCase();

/** What a domain vouches for is good for those below it too. */
export function covers(given: string, domain: string): boolean {
  const signer = domainOf(given);
  const author = domain.toLowerCase();
  return author === signer || (signer.includes('.') && author.endsWith(`.${signer}`));
}

/** Comments may stand within each other, and may say anything. */
function stripComments(value: string): string {
  let left = value;
  for (;;) {
    const next = left.replace(/\([^()]*\)/g, ' ');
    if (next === left) return left;
    left = next;
  }
}

function isRelay(address: string, relays: readonly string[]): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const relay of relays) {
    const [net = '', bits] = relay.split('/');
    const type = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(net, type);
    else list.addSubnet(net, Number(bits), type);
  }
  return list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}
