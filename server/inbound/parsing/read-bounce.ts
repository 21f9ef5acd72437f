import { readIds } from './headers/read-ids';
import { latin1 } from './latin1';
import { decodeBody } from './mime/decode-body';
import { fieldOf, readFields } from './mime/read-fields';
import type { Part } from './mime/walk-parts';
import type { Bounce } from './parsed-mail';

const LONGEST_REPORT = 256 * 1024;

/** Who could not be reached and which mail it was: from the report (RFC 3464), else from the words of mail servers. */
export function readBounce(root: Part, leaves: readonly Part[], text: string): Bounce {
  const report = readReport(leaves);
  const words = readWords(text, fieldOf(root.fields, 'x-failed-recipients'));
  const status = report.status ?? words.status;
  return {
    recipient: report.recipient ?? words.recipient,
    status,
    originalMessageId: findOriginalId(root, leaves, text),
    permanent: status ? status.startsWith('5') : (report.action ?? 'failed') === 'failed',
  };
}

interface Report {
  recipient: string | null;
  status: string | null;
  action: string | null;
}

function readReport(leaves: readonly Part[]): Report {
  const part = leaves.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type.value));
  const found: Report = { recipient: null, status: null, action: null };
  if (!part) return found;
  const blocks = textOf(part).split(/\r?\n[ \t]*\r?\n/);
  for (const block of blocks) {
    const fields = readFields(Buffer.from(block, 'latin1'));
    const recipient =
      addressOf(fieldOf(fields, 'original-recipient')) ?? addressOf(fieldOf(fields, 'final-recipient'));
    if (!recipient) continue;
    const action = fieldOf(fields, 'action').toLowerCase() || null;
    // The first that failed counts: the others of the mail may have been reached.
    if (found.recipient && (found.action === 'failed' || action !== 'failed')) continue;
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(fields, 'status'))?.[0] ?? null;
    const coarse = status === null || /^[45]\.0\.0$/.test(status);
    const precise = coarse
      ? /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(fields, 'diagnostic-code'))?.[0]
      : null;
    Object.assign(found, { recipient, action, status: precise ?? status });
  }
  return found;
}

/** `rfc822; <a@b.example>` */
function addressOf(value: string): string | null {
  const address = /([^\s<>;,"]{1,64}@[^\s<>;,"]{1,255})/.exec(value.replace(/^[^;]*;/, ''))?.[1];
  return address?.toLowerCase() ?? null;
}

function readWords(text: string, failed: string): { recipient: string | null; status: string | null } {
  const said = text.slice(0, 20_000);
  const recipient =
    addressOf(failed) ?? addressOf(/<?([^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255})>?/.exec(said)?.[1] ?? '');
  const enhanced = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0];
  const plain = /\b([45])\d\d[ -]/.exec(said)?.[1];
  return { recipient, status: enhanced ?? (plain ? `${plain}.0.0` : null) };
}

function findOriginalId(root: Part, leaves: readonly Part[], text: string): string | null {
  for (const part of leaves) {
    if (
      !/^(?:message\/(?:rfc822|global)|text\/rfc822(?:-headers)?|message\/global-headers)$/.test(
        part.type.value,
      )
    )
      continue;
    const header = textOf(part).split(/\r?\n\r?\n/)[0] ?? '';
    const [id] = readIds(fieldOf(readFields(Buffer.from(header, 'latin1')), 'message-id'));
    if (id) return id;
  }
  const inText = /^[\s>]*message-id:\s*<([^<>\s]{1,500})>/im.exec(text)?.[1];
  if (inText) return inText;
  const [answered] = readIds(fieldOf(root.fields, 'in-reply-to'));
  return answered ?? readIds(fieldOf(root.fields, 'references')).at(-1) ?? null;
}

function textOf(part: Part): string {
  const bytes = decodeBody(
    part.body.subarray(0, LONGEST_REPORT),
    fieldOf(part.fields, 'content-transfer-encoding'),
  );
  return latin1(bytes);
}
