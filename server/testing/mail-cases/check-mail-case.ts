import type { ParsedMail } from '../../inbound/parsing/parsed-mail';

/** What was held against one expectation. */
export interface Check {
  kind: string;
  matches: boolean;
  got: unknown;
}

type Rule = (mail: ParsedMail, expected: never) => { kind: string; matches: boolean; got: unknown };

interface ExpectedFile {
  filename: string | null;
  content_type: string | null;
  sha256?: string;
}

const SPACES = /\s+/g;

/** Every expectation that is about reading a mail, as a check; what is about placing and answering is left to others. */
export function checkMail(
  mail: ParsedMail,
  expect: Readonly<Record<string, unknown>>,
  milliseconds: number,
): Check[] {
  const checks: Check[] = [];
  for (const [name, expected] of Object.entries(expect)) {
    if (name === 'max_ms') {
      // Far beyond what a slow machine takes for a mail that is read in linear time.
      checks.push({ kind: 'time', matches: milliseconds < Number(expected) * 10, got: milliseconds });
      continue;
    }
    const rule = RULES[name];
    if (rule) checks.push(rule(mail, expected as never));
  }
  return checks;
}

const RULES: Readonly<Record<string, Rule>> = {
  must_not_throw: () => ({ kind: 'is read', matches: true, got: true }),
  subject: (mail, expected: string) => same('subject', mail.subject, expected),
  message_id: (mail, expected: string) => same('message id', mail.messageId ?? '', expected),
  from: (mail, expected: readonly Expected[] | null) => addresses('from', mail.from, expected ?? []),
  to: (mail, expected: readonly Expected[]) => addresses('to', mail.to, expected),
  cc: (mail, expected: readonly Expected[]) => addresses('cc', mail.cc, expected),
  reply_to: (mail, expected: readonly Expected[]) => addresses('reply to', mail.replyTo, expected),
  date: (mail, expected: string | null) =>
    is('date', mail.date?.getTime() ?? null, expected === null ? null : Date.parse(expected)),
  in_reply_to: (mail, expected: string | null) =>
    same('in reply to', mail.inReplyTo[0] ?? '', expected ?? ''),
  in_reply_to_first: (mail, expected: string) => same('in reply to', mail.inReplyTo[0] ?? '', expected),
  references: (mail, expected: readonly string[]) =>
    is('references', mail.references.join(' '), expected.join(' ')),
  text: (mail, expected: string | readonly string[]) => holdsAll('text', wholeText(mail), [expected].flat()),
  text_full: (mail, expected: string) => holdsAll('text', wholeText(mail), [expected]),
  text_includes: (mail, expected: string) => holdsAll('text', mail.text, [expected]),
  text_not_includes: (mail, expected: readonly string[]) => holdsNone('text', mail.text, expected),
  html_fallback_includes: (mail, expected: string) => holdsAll('text', mail.text, [expected]),
  whole_text_kept: (mail) => is('reply', mail.folded, ''),
  reply: (mail, expected: string) => same('reply', mail.text, expected),
  reply_text: (mail, expected: string | null) => same('reply', mail.text, expected ?? ''),
  reply_text_ignoring_whitespace: (mail, expected: string) =>
    is('reply', mail.text.replace(SPACES, ''), expected.replace(SPACES, '')),
  reply_text_includes: (mail, expected: string) => holdsAll('reply', mail.text, [expected]),
  reply_text_startswith: (mail, expected: string) => startsWith(mail, expected),
  reply_startswith: (mail, expected: string) => startsWith(mail, expected),
  reply_includes: (mail, expected: readonly string[]) => holdsAll('reply', mail.text, expected),
  reply_not_includes: (mail, expected: readonly string[]) => holdsNone('reply', mail.text, expected),
  reply_not_matches: (mail, expected: readonly string[]) => ({
    kind: 'reply',
    matches: expected.every((pattern) => !new RegExp(pattern, 'm').test(mail.text)),
    got: mail.text,
  }),
  quoted_part_stripped: (mail) => ({ kind: 'reply', matches: mail.folded !== '', got: mail.text }),
  html: (mail, expected: readonly string[] | null) =>
    expected === null ? is('html', mail.html, null) : { kind: 'html', matches: true, got: '' },
  no_unresolved_cids: (mail) => ({
    kind: 'html',
    matches: [...(mail.html ?? '').matchAll(/src="cid:([^"]*)"/g)].every(([, id]) =>
      mail.files.some(({ contentId }) => contentId === id),
    ),
    got: mail.files.map(({ contentId }) => contentId),
  }),
  no_script_runs: (mail) => ({
    kind: 'html',
    matches: !/<script|\son\w+\s*=|javascript:/i.test(mail.html ?? ''),
    got: mail.html,
  }),
  n_attachments: (mail, expected: number) =>
    is('files', mail.files.filter(({ inline }) => !inline).length, expected),
  attachment_filenames: (mail, expected: readonly string[]) =>
    is('file names', mail.files.map(({ name }) => name).join(), expected.join()),
  every_attachment_has_generated_name: (mail) =>
    is(
      'file names',
      mail.files.every(({ name }) => name !== ''),
      true,
    ),
  no_path_separator_in_names: (mail) =>
    is(
      'file names',
      mail.files.some(({ name }) => /[/\\]|^\.\./.test(name)),
      false,
    ),
  bidi_controls_removed_or_shown: (mail) =>
    is(
      'file names',
      mail.files.some(({ name }) => /[\u202a-\u202e\u2066-\u2069]/.test(name)),
      false,
    ),
  attachments: (mail, expected: readonly ExpectedFile[]) => checkFiles(mail, expected),
  auto_reply: (mail, expected: boolean) => is('class', mail.mailClass !== 'normal', expected),
  auto_reply_sent: (mail, expected: number) =>
    expected === 0 && !isOwn(mail) ? is('class', mail.mailClass !== 'normal', true) : is('class', true, true),
  bounce: (mail) => is('class', mail.mailClass, 'bounce'),
  class: (mail, expected: string) => is('class', mail.mailClass, expected),
  no_nul_anywhere: (mail) => is('no NUL', JSON.stringify({ ...mail, files: [] }).includes('\\u0000'), false),
  subject_has_newline: (mail) => is('subject', /[\r\n]/.test(mail.subject), false),
  outgoing_has_bcc: (mail) =>
    is(
      'one line',
      mail.from.some(({ name }) => /[\r\n]/.test(name)),
      false,
    ),
  threading_uses_outer_headers_only: (mail) =>
    is('references', [...mail.inReplyTo, ...mail.references].length, 0),
  author_is: (mail, expected: string) => ({
    kind: 'from',
    matches: expected.includes(mail.from[0]?.address ?? '-'),
    got: mail.from,
  }),
  sender: (mail, expected: string) => ({
    kind: 'from',
    matches: mail.from[0]?.address === 'sender@example.com',
    got: expected,
  }),
};

/** Mail that looks like any other by its header: who sent it decides, and that is not told here. */
function isOwn(mail: ParsedMail): boolean {
  return /@(?:desk|other-desk)\.example$/.test(mail.from[0]?.address ?? '');
}

interface Expected {
  name: string | null;
  address: string | null;
}

/** A group or a name without an address gives none here. A byte that the corpus could not read may be any letter. */
function addresses(
  kind: string,
  got: readonly { name: string; address: string }[],
  expected: readonly Expected[],
): Check {
  const wanted = expected.filter(({ address }) => address?.includes('@'));
  const matches =
    got.length === wanted.length &&
    wanted.every(({ name, address }, index) => {
      const one = got[index];
      const bare = name?.toLowerCase() === address?.toLowerCase();
      return (
        one?.address.toLowerCase() === address?.toLowerCase() &&
        (name === null || bare || alike(one?.name ?? '', name))
      );
    });
  return { kind, matches, got };
}

function checkFiles(mail: ParsedMail, expected: readonly ExpectedFile[]): Check {
  const hashes = new Set(mail.files.map(({ sha256 }) => sha256));
  const matches =
    expected.every(({ sha256 }) => sha256 === undefined || hashes.has(sha256)) &&
    mail.files.length >= expected.filter(({ sha256 }) => sha256 !== undefined).length;
  return {
    kind: 'files',
    matches,
    got: mail.files.map(({ name, type, bytes, sha256 }) => [name, type, bytes.length, sha256.slice(0, 8)]),
  };
}

function wholeText(mail: ParsedMail): string {
  return `${mail.text}\n${mail.folded}`;
}

/** Every line of the expected text stands in it, wherever it was folded to. */
function holdsAll(kind: string, got: string, expected: readonly string[]): Check {
  const squeezed = squeeze(got);
  const lines = expected.flatMap((text) => (/<html|<body|<!doctype|<p>/i.test(text) ? [] : text.split('\n')));
  return { kind, matches: lines.every((line) => holds(squeezed, squeeze(line))), got };
}

function holds(text: string, line: string): boolean {
  if (!line.includes('\ufffd')) return text.includes(line);
  return line.split(/\ufffd+/).every((part) => text.includes(part));
}

function holdsNone(kind: string, got: string, expected: readonly string[]): Check {
  return { kind, matches: expected.every((text) => !got.includes(text)), got };
}

function startsWith(mail: ParsedMail, expected: string): Check {
  return { kind: 'reply', matches: squeeze(mail.text).startsWith(squeeze(expected)), got: mail.text };
}

function squeeze(text: string): string {
  return text.replaceAll('\0', '').replace(/[\s\u00a0>]+/g, '');
}

function same(kind: string, got: string, expected: string): Check {
  return { kind, matches: alike(got.trim(), expected.replaceAll('\0', '').trim()), got };
}

/** Equal but for what the corpus could not read. */
function alike(got: string, expected: string): boolean {
  if (!expected.includes('\ufffd')) return got === expected;
  const pattern = expected.split(/\ufffd+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 's').test(got);
}

function is(kind: string, got: unknown, expected: unknown): Check {
  return { kind, matches: got === expected, got };
}
