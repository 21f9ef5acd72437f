import { FILE_TYPES, nameFileTypes } from '../domain/file-types';
import { LIMITS } from '../domain/limits';
import type { FileLimits } from '../protocol/http';
import type { Http } from './http';
import type { Refusal } from './outbox-rows';

const PATIENCE_MS = 2_000;

/** What may be attached now; without an answer, what no install allows more than: the server then has the last word. */
export async function fetchFileLimits(http: Http): Promise<FileLimits> {
  const ack = await http<FileLimits>('GET', '/files/limits', undefined, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (ack.ok) return ack.data;
  const { fileSize, attachmentsPerMessage: perMessage } = LIMITS;
  return { fileSize, perMessage, types: Object.keys(FILE_TYPES), companyLeft: null };
}

/**
 * Why a file cannot be attached, before anything is sent; null when it can. `held`: what the message has already.
 * `details` are those of the server's refusal, which looks at the content again.
 */
export function checkFile(
  file: Pick<File, 'name' | 'type' | 'size'>,
  held: readonly { size: number }[],
  { fileSize, perMessage, types, companyLeft }: FileLimits,
): Refusal | null {
  if (held.length >= perMessage) return { code: 'too_many_attachments', details: { limit: perMessage } };
  if (file.size > fileSize) return { code: 'file_too_large', details: { limit: fileSize } };
  if (file.size === 0) return { code: 'file_empty' };
  if (!types.includes(file.type) && !hasKnownEnding(file.name, types)) {
    const allowed = nameFileTypes(types).split(', ');
    return { code: 'file_type_not_allowed', details: { allowed, fileSize } };
  }
  const taken = held.reduce((sum, { size }) => sum + size, 0);
  if (companyLeft !== null && taken + file.size > companyLeft)
    return { code: 'company_files_full', details: { left: Math.max(0, companyLeft - taken) } };
  return null;
}

/** Browsers leave the type empty for endings that the system does not know. */
function hasKnownEnding(name: string, types: readonly string[]): boolean {
  const ending = name.split('.').at(-1)?.toUpperCase() ?? '';
  const labels = nameFileTypes(types).toUpperCase().split(', ');
  return labels.includes(ending === 'JPG' ? 'JPEG' : ending);
}
