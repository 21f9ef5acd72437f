import { Resolver } from 'node:dns/promises';
import type { AuthenticateResult, DNSResolver } from 'mailauth';
import type { Belief, Handover } from './belief';
import { covers } from './read-results';

const TIMES = { timeout: 5_000, tries: 2 };
const TEMPORARY: readonly string[] = ['temperror', 'temperr'];

/**
 * Our own SPF, DKIM and DMARC of the author's domain. SPF only where mail came from the internet itself: behind a relay or
 * a mailbox it is the signature alone that tells. Throws when the names cannot be asked for now.
 */
export async function checkMail(
  domain: string,
  { way, remote, from, raw }: Handover,
  resolver: DNSResolver = createResolver(),
): Promise<Belief> {
  // Heavy, and of no use to who checks nothing.
  const { authenticate } = await import('mailauth');
  const peer = way === 'smtp' && remote ? { ip: remote.address, helo: remote.helo, sender: from ?? '' } : {};
  const found = await authenticate(Buffer.from(raw), {
    ...peer,
    resolver,
    disableArc: true,
    disableBimi: true,
  });
  return judge(found, domain);
}

function judge({ dmarc, dkim, spf }: AuthenticateResult, domain: string): Belief {
  const signed = dkim.results.some(
    ({ signingDomain, status }) =>
      status.result === 'pass' && !status.underSized && covers(signingDomain, domain),
  );
  const posted = spf !== false && spf.status.result === 'pass' && covers(spf.domain, domain);
  const policy = dmarc === false ? 'none' : dmarc.status.result;
  if (policy === 'pass') return isAlignedWhole(dmarc) ? 'believed' : 'unknown';
  const doubts = [
    policy,
    ...dkim.results.map(({ status }) => status.result),
    spf ? spf.status.result : 'none',
  ];
  if (doubts.some((result) => TEMPORARY.includes(result))) {
    throw new Error('The names of a sender’s domain cannot be asked for now.');
  }
  if (policy === 'fail') return 'failed';
  return signed || posted ? 'believed' : 'unknown';
}

/** Not by a signature over a part of the mail, which others can write on. */
function isAlignedWhole(dmarc: AuthenticateResult['dmarc']): boolean {
  if (dmarc === false) return false;
  const { spf, dkim } = dmarc.alignment;
  return spf.result !== false || (dkim.result !== false && !dkim.underSized);
}

function createResolver(): DNSResolver {
  const resolver = new Resolver(TIMES);
  return (name, type) => resolver.resolve(name, type) as Promise<string[]>;
}
