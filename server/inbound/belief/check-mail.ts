import { Resolver } from 'node:dns/promises';
import type { DKIMResult, DMARCResult, DNSResolver, SPFResult } from 'mailauth';
import type { Belief, Handover } from './belief';
import { covers } from './read-results';

interface Findings {
  dkim: readonly DKIMResult[];
  /** Null: there was nobody to ask about. */
  spf: SPFResult | null;
  dmarc: DMARCResult | false;
}

const TIMES = { timeout: 5_000, tries: 2 };
const TEMPORARY: readonly string[] = ['temperror', 'temperr'];

/**
 * Our own SPF, DKIM and DMARC of the author's domain. SPF only where mail came from the internet itself: behind a relay or
 * a mailbox it is the signature alone that tells. Throws when the names cannot be asked for now.
 */
export async function checkMail(
  domain: string,
  handover: Handover,
  resolver: DNSResolver = createResolver(),
): Promise<Belief> {
  return judge(await findOut(domain, handover, resolver), domain);
}

/** The parts of mailauth that this takes, when it is taken: what it has for logos is heavy. */
async function findOut(
  domain: string,
  { way, remote, from, raw }: Handover,
  resolver: DNSResolver,
): Promise<Findings> {
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js');
  const { spf: askSpf } = await import('mailauth/lib/spf/index.js');
  const { dmarc: askDmarc } = await import('mailauth/lib/dmarc/index.js');
  const { results: dkim } = await dkimVerify(Buffer.from(raw), { resolver });
  const peer = way === 'smtp' ? remote : null;
  const sender = from || `postmaster@${peer?.helo}`;
  const spf = peer && (await askSpf({ sender, ip: peer.address, helo: peer.helo, resolver }));
  const dmarc = await askDmarc({
    headerFrom: domain,
    spfDomains: spf?.status.result === 'pass' ? [spf.domain] : [],
    dkimDomains: dkim
      .filter(({ status }) => status.result === 'pass' && !status.underSized)
      .map(({ id, signingDomain }) => ({ ...(id ? { id } : {}), domain: signingDomain })),
    resolver,
  });
  return { dkim, spf, dmarc };
}

/** A signature over a part of the mail is none: others can write on. */
function judge({ dmarc, dkim, spf }: Findings, domain: string): Belief {
  const policy = dmarc === false ? 'none' : dmarc.status.result;
  if (policy === 'pass') return 'believed';
  const doubts = [policy, ...dkim.map(({ status }) => status.result), spf?.status.result ?? 'none'];
  if (doubts.some((result) => TEMPORARY.includes(result))) {
    throw new Error('The names of a sender’s domain cannot be asked for now.');
  }
  if (policy === 'fail') return 'failed';
  const isSigned = dkim.some(
    ({ signingDomain, status }) =>
      status.result === 'pass' && !status.underSized && covers(signingDomain, domain),
  );
  const isPosted = spf?.status.result === 'pass' && covers(spf.domain, domain);
  return isSigned || isPosted ? 'believed' : 'unknown';
}

function createResolver(): DNSResolver {
  const resolver = new Resolver(TIMES);
  return (name, type) => resolver.resolve(name, type) as Promise<string[]>;
}
