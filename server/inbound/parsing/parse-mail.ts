import { MAX_BYTES, MAX_KEPT_FIELD } from './bounds';
import { classifyMail } from './classify-mail';
import { cleanLine } from './clean-line';
import { collectFiles } from './collect-files';
import { collectText } from './collect-text';
import { decodeField } from './headers/decode-field';
import { readAddresses } from './headers/read-addresses';
import { readDate } from './headers/read-date';
import { readIds } from './headers/read-ids';
import { pickBodies } from './mime/pick-bodies';
import { fieldOf, type RawField } from './mime/read-fields';
import { type Part, walkParts } from './mime/walk-parts';
import { type MailAddress, MailUnreadable, type ParsedMail } from './parsed-mail';
import { readBounce } from './read-bounce';

/**
 * Reads a mail as it came over the wire. What is broken is mended or passed over and stands in `flaws`; what one mail
 * costs is bounded. @throws MailUnreadable where nothing of it can be read
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  if (raw.length > MAX_BYTES) throw new MailUnreadable('too_large');
  if (raw.every((byte) => byte <= 32)) throw new MailUnreadable('empty');
  const { root, flaws } = walkParts(raw);
  const bodies = pickBodies(root);
  const text = collectText(bodies, nameOfSender(root));
  const files = collectFiles(bodies, text);
  const { hint } = text;
  const { fields } = root;
  const one = (name: string): MailAddress[] => readAddresses(fieldOf(fields, name), hint);
  const all = (name: string): MailAddress[] =>
    fields.filter((field) => field.name === name).flatMap(({ value }) => readAddresses(value, hint));
  const from = all('from');
  const subject = cleanLine(decodeField(fieldOf(fields, 'subject'), hint));
  const leaves = [...bodies.text, ...bodies.html, ...bodies.files];
  const mailClass = classifyMail(root, leaves, subject, from);
  return {
    messageId: readIds(fieldOf(fields, 'message-id'))[0] ?? null,
    inReplyTo: readIds(fieldOf(fields, 'in-reply-to')),
    references: readIds(fieldOf(fields, 'references')),
    from,
    sender: one('sender')[0] ?? null,
    replyTo: one('reply-to'),
    to: all('to'),
    cc: all('cc'),
    date: readDate(fieldOf(fields, 'date')),
    subject,
    text: files.text,
    folded: text.folded,
    html: text.html,
    files: files.files,
    headers: fields.map((field) => readHeader(field, hint)),
    mailClass,
    bounce: mailClass === 'bounce' ? readBounce(root, leaves, `${text.text}\n${text.folded}`) : null,
    hasQuote: text.hasQuote,
    flaws: [...new Set([...flaws, ...text.flaws, ...files.flaws])],
  };
}

function readHeader({ name, value }: RawField, hint: string | null): { name: string; value: string } {
  return {
    name,
    value: cleanLine(decodeField(value.slice(0, MAX_KEPT_FIELD), hint)).slice(0, MAX_KEPT_FIELD),
  };
}

function nameOfSender({ fields }: Part): string {
  return readAddresses(fieldOf(fields, 'from'), null)[0]?.name ?? '';
}
