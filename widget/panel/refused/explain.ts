import { FILE_TYPES, LIMITS } from '@beseda/shared/domain/limits';
import { fill } from '../model/fill';
import type { LaterTexts } from '../texts/later';

/** Why something was refused, with what is allowed. `details` as the server gave them. */
export function explain(texts: LaterTexts, code: string, details: Record<string, unknown> = {}): string {
  const reasons: Record<string, string> = texts.refusals;
  return fill(reasons[code] ?? texts.refusedOther, {
    file: typeof details.file === 'string' ? `«${details.file}»: ` : '',
    size: (Number(details.limit) || LIMITS.fileSize) / 2 ** 20,
    types: [...new Set(Object.values(FILE_TYPES))].join(', '),
    most: LIMITS.attachmentsPerMessage,
    code,
  });
}
