import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, addressParser, type Email } from 'postal-mime';
import sanitizeHtml from 'sanitize-html';
import { type MailAddress, type MailFile, MailUnreadable, type ParsedMail } from './parsed-mail';

const MAX_BYTES = 60 * 1024 * 1024;
const MAX_HEADERS = 1_000;

/** Reads a mail as it came over the wire. @throws MailUnreadable where nothing of it can be read */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  if (raw.length === 0) throw new MailUnreadable('empty');
  if (raw.length > MAX_BYTES) throw new MailUnreadable('too_large');
  const mail = await readParts(raw);
  return {
    messageId: readIds(mail.messageId)[0] ?? null,
    inReplyTo: readIds(mail.inReplyTo),
    references: readIds(mail.references),
    from: readAddresses(headerOf(mail, 'from')),
    sender: readAddresses(headerOf(mail, 'sender'))[0] ?? null,
    replyTo: readAddresses(headerOf(mail, 'reply-to')),
    to: readAddresses(headerOf(mail, 'to')),
    cc: readAddresses(headerOf(mail, 'cc')),
    date: readDate(mail.date),
    subject: flatten(mail.subject ?? ''),
    text: clean(mail.text ?? '').trim(),
    folded: '',
    html: mail.html === undefined ? null : sanitizeHtml(clean(mail.html)),
    files: mail.attachments.map(readFile),
    headers: mail.headers
      .slice(0, MAX_HEADERS)
      .map(({ key, value }) => ({ name: flatten(key), value: flatten(value) })),
    mailClass: 'normal',
    bounce: null,
    hasQuote: false,
    flaws: [],
  };
}

async function readParts(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true });
  } catch {
    throw new MailUnreadable('malformed');
  }
}

function headerOf(mail: Email, name: string): string {
  return mail.headers.find(({ key }) => key === name)?.value ?? '';
}

function readIds(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<([^<>]+)>/g)].map(([, id = '']) => flatten(id)).filter(Boolean);
}

function readAddresses(header: string): MailAddress[] {
  return flattenGroups(addressParser(header));
}

function flattenGroups(addresses: readonly Address[]): MailAddress[] {
  return addresses.flatMap(({ name, address, group }) => {
    if (group) return flattenGroups(group);
    if (!address?.includes('@')) return [];
    const at = address.lastIndexOf('@');
    return [
      { name: flatten(name), address: flatten(address.slice(0, at) + address.slice(at).toLowerCase()) },
    ];
  });
}

function readDate(value: string | undefined): Date | null {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

function readFile(attachment: Attachment, index: number): MailFile {
  const { content } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return {
    name: flatten(attachment.filename ?? '').replace(/[/\\]/g, '_') || `file-${index + 1}`,
    type: attachment.mimeType,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentId: attachment.contentId?.replace(/^<|>$/g, '') ?? null,
    inline: attachment.related === true,
  };
}

function flatten(text: string): string {
  return clean(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

function clean(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n');
}
