import { createHash } from 'node:crypto';
import { MAX_FILES } from './bounds';
import { decodeText } from './charsets/decode-text';
import { cleanLine, cleanText } from './clean-line';
import type { CollectedText } from './collect-text';
import { nameFile } from './files/name-file';
import { readTnef } from './files/read-tnef';
import { tellInvitation } from './files/tell-invitation';
import { foldLines } from './folding/fold-lines';
import { splitLines } from './folding/line';
import { decodeField } from './headers/decode-field';
import { readHtml } from './html/read-html';
import { cleanContentId } from './html/sanitise-html';
import { decodeBody } from './mime/decode-body';
import type { Bodies } from './mime/pick-bodies';
import { fieldOf, readFields } from './mime/read-fields';
import type { Structured } from './mime/read-parameters';
import type { Part } from './mime/walk-parts';
import type { MailFile } from './parsed-mail';

interface Draft {
  name: string;
  type: string;
  bytes: Uint8Array;
  contentId: string | null;
  /** Stated to be shown within the mail. */
  inline: boolean;
}

export interface CollectedFiles {
  files: MailFile[];
  /** The mail's text with what only the files say: an invitation, the text in winmail.dat. */
  text: string;
  flaws: string[];
}

export function collectFiles(bodies: Bodies, collected: CollectedText): CollectedFiles {
  const flaws: string[] = [];
  const drafts: Draft[] = [];
  let { text } = collected;
  for (const part of bodies.files) {
    const draft = draftOf(part, collected.hint);
    const tnef = isTnef(draft) ? readTnef(draft.bytes) : null;
    if (tnef) {
      drafts.push(...tnef.files.map((file) => ({ ...file, inline: false })));
      text ||= textOfTnef(tnef.html, tnef.text);
      continue;
    }
    if (draft.type === 'text/calendar') text = withInvitation(text, draft, part, collected.hint);
    drafts.push(draft);
  }
  for (const { name, bytes } of collected.unpacked) {
    drafts.push({ name, type: 'application/octet-stream', bytes, contentId: null, inline: false });
  }
  if (drafts.length > MAX_FILES) flaws.push('too many files');
  const shown = idsShown(collected.html ?? '');
  const files = drafts.slice(0, MAX_FILES).map((draft, index) => finish(draft, index + 1, shown));
  return { files, text: withoutPlaceholders(text, files), flaws };
}

function draftOf(part: Part, hint: string | null): Draft {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(part.type.value) ? part.type.value : 'application/octet-stream';
  const bytes = decodeBody(part.body, fieldOf(part.fields, 'content-transfer-encoding'));
  const stated = parameterText(part.disposition, 'filename', hint) || parameterText(part.type, 'name', hint);
  return {
    name: stated || nameOfMail(type, bytes, hint),
    type,
    bytes,
    contentId: fieldOf(part.fields, 'content-id') ? cleanContentId(fieldOf(part.fields, 'content-id')) : null,
    inline: part.disposition.value === 'inline',
  };
}

function parameterText(header: Structured, name: string, hint: string | null): string {
  const parameter = header.parameters.get(name);
  if (!parameter) return '';
  if (parameter.charset)
    return decodeText(Buffer.from(parameter.value, 'latin1'), parameter.charset, hint).text;
  return decodeField(parameter.value, hint);
}

/** A mail within the mail is called by its subject. */
function nameOfMail(type: string, bytes: Uint8Array, hint: string | null): string {
  if (type !== 'message/rfc822' && type !== 'message/global') return '';
  const subject = fieldOf(readFields(bytes.subarray(0, 16_384)), 'subject');
  const line = cleanLine(decodeField(subject, hint))
    .replace(/[/\\:]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return line ? `${line.slice(0, 100)}.eml` : '';
}

function isTnef({ name, type }: Draft): boolean {
  return type === 'application/ms-tnef' || type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(name);
}

function textOfTnef(html: string | null, text: string | null): string {
  const lines = html ? readHtml(cleanText(html)) : splitLines(cleanText(text ?? ''));
  return foldLines(lines, '').text;
}

function withInvitation(text: string, draft: Draft, part: Part, hint: string | null): string {
  const { text: calendar } = decodeText(
    draft.bytes,
    part.type.parameters.get('charset')?.value ?? 'utf-8',
    hint,
  );
  const told = cleanText(tellInvitation(calendar));
  const [title = ''] = told.split('\n');
  return told === '' || (title !== '' && text.includes(title))
    ? text
    : [text, told].filter(Boolean).join('\n\n');
}

function idsShown(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/src="cid:([^"]{1,300})"/g)].map(([, id = '']) => id));
}

function finish(draft: Draft, place: number, shown: ReadonlySet<string>): MailFile {
  const { type, bytes, contentId } = draft;
  return {
    name: nameFile(draft.name, type, place),
    type,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentId,
    inline: contentId !== null && shown.has(contentId),
  };
}

/** Clients write `[image: name.png]` into the plain text where the HTML shows the image. */
function withoutPlaceholders(text: string, files: readonly MailFile[]): string {
  if (files.length === 0) return text;
  const names = new Set(files.map(({ name }) => name));
  return text
    .replace(/\[(?:image|cid): ?([^\]\n]{1,200})\]/g, (whole, name: string) =>
      names.has(name) || files.some(({ contentId }) => contentId === name) ? '' : whole,
    )
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}
