import { FILE_TYPES, LIMITS } from '../domain/limits';
import type { ErrorCode } from '../protocol/errors';

/** Why a file cannot be attached, before anything is sent; null when it can. The server looks at the content again. */
export function checkFile(
  file: Pick<File, 'name' | 'type' | 'size'>,
  attached: number,
): Extract<
  ErrorCode,
  'file_too_large' | 'file_type_not_allowed' | 'file_empty' | 'too_many_attachments'
> | null {
  if (attached >= LIMITS.attachmentsPerMessage) return 'too_many_attachments';
  if (file.size > LIMITS.fileSize) return 'file_too_large';
  if (file.size === 0) return 'file_empty';
  return file.type in FILE_TYPES || hasKnownEnding(file.name) ? null : 'file_type_not_allowed';
}

/** Browsers leave the type empty for endings that the system does not know. */
function hasKnownEnding(name: string): boolean {
  const ending = name.split('.').at(-1)?.toUpperCase() ?? '';
  return ending === 'JPG' || Object.values(FILE_TYPES).includes(ending);
}
