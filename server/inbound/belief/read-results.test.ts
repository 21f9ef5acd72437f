import { describe, expect, it } from 'vitest';
import type { MailHeader } from '../parsing/parsed-mail';
import type { Belief } from './belief';
import { readResults } from './read-results';

const PASS = 'dmarc=pass header.from=vita.example';
const headersOf = (lines: readonly string[]): MailHeader[] =>
  lines.map((line) => {
    const at = line.indexOf(':');
    return { name: line.slice(0, at).toLowerCase(), value: line.slice(at + 1).trim() };
  });
const RECEIVED = 'Received: from mail.vita.example by mx.desk.example with ESMTPS';
const results = (text: string, id = 'mx.desk.example') => `Authentication-Results: ${id}; ${text}`;

function judge(
  lines: readonly string[],
  given: { trusted?: string[]; relays?: string[]; smtp?: string } = {},
): Belief {
  const { trusted = ['mx.desk.example'], relays = ['10.0.0.0/8'], smtp } = given;
  const remote = smtp === undefined ? null : { address: smtp, helo: '' };
  const handover = { way: smtp === undefined ? 'imap' : 'smtp', remote } as const;
  return readResults(headersOf(lines), 'vita.example', { trusted, relays, handover });
}

describe('what a trusted receiver has written', () => {
  it.each<[string, string, Belief]>([
    ['DMARC passed', PASS, 'believed'],
    ['DMARC failed', 'spf=pass smtp.mailfrom=vita.example; dmarc=fail header.from=vita.example', 'failed'],
    ['DMARC passed for another author', 'dmarc=pass header.from=evil.example', 'unknown'],
    ['its own signature', 'dmarc=none; dkim=pass header.d=vita.example', 'believed'],
    ['a signature of the domain above', 'dkim=pass header.i=@example', 'unknown'],
    ['a signature of another domain', 'dkim=pass header.d=evil.example', 'unknown'],
    ['a signature of a look-alike', 'dkim=pass header.d=notvita.example', 'unknown'],
    ['a broken signature', 'dkim=fail header.d=vita.example', 'unknown'],
    ['its own envelope', 'spf=pass smtp.mailfrom=bounce@vita.example', 'believed'],
    ['the envelope of another', 'spf=pass smtp.mailfrom=bounce@evil.example', 'unknown'],
    ['a pass in a comment', 'dmarc=none (dmarc=pass; dkim=pass header.d=vita.example)', 'unknown'],
    ['nothing', 'none', 'unknown'],
  ])('%s', (_what, text, expected) => {
    expect(judge([results(text), RECEIVED])).toBe(expected);
  });
});

describe('what counts', () => {
  it('is only the word of who is trusted', () => {
    expect(judge([results(PASS, 'mx.evil.example'), RECEIVED])).toBe('unknown');
    expect(judge([results(PASS), RECEIVED], { trusted: [] })).toBe('unknown');
  });

  it('is nothing that stood in the mail when it came to them', () => {
    expect(judge([RECEIVED, results(PASS)])).toBe('unknown');
    expect(judge([results('dmarc=fail'), RECEIVED, results(PASS)])).toBe('failed');
    expect(judge([RECEIVED, results(PASS), RECEIVED])).toBe('unknown');
    expect(judge([results(PASS)])).toBe('unknown');
  });

  it('stands above what other machines of ours have added before it', () => {
    const delivered = 'Received: from mx.desk.example by imap.desk.example with LMTP';
    expect(judge([delivered, results(PASS), RECEIVED])).toBe('believed');
  });

  it('may stand below where a provider is known to write there, and to take out what others wrote in its name', () => {
    const google = 'Received: from mail.vita.example by mx.google.com with ESMTPS';
    const lines = ['Received: by 2002:a05:1 with SMTP', google, results(PASS, 'mx.google.com'), RECEIVED];
    expect(judge(lines, { trusted: ['mx.google.com'] })).toBe('believed');
    const below = ['Received: by 2002:a05:1 with SMTP', google, RECEIVED, results(PASS, 'mx.google.com')];
    expect(judge(below, { trusted: ['mx.google.com'] })).toBe('unknown');
  });

  it('comes by SMTP from their machines alone', () => {
    const lines = [results(PASS), RECEIVED];
    expect(judge(lines, { smtp: '10.1.2.3' })).toBe('believed');
    expect(judge(lines, { smtp: '::ffff:10.1.2.3' })).toBe('believed');
    expect(judge(lines, { smtp: '203.0.113.9' })).toBe('unknown');
    expect(judge(lines, { smtp: '10.1.2.3', relays: [] })).toBe('unknown');
  });
});
