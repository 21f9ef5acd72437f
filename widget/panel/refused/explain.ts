import type { Locale } from '@beseda/shared/domain/words';
import { fill } from '../model/fill';
import { laterTexts } from '../texts/later';

/** Why something was refused, with what is allowed. `details` as the server gave them, or what was checked before it. */
export function explain(locale: Locale, code: string, details: Record<string, unknown> = {}): string {
  const texts = laterTexts(locale);
  const reasons: Record<string, string> = texts.refusals;
  const { file, limit, fileSize, left, allowed } = details;
  // Rounded down: what is said to fit must fit.
  const megabytes = (bytes: unknown) => (Math.floor(Number(bytes) / 104_857.6) / 10).toLocaleString(locale);
  return fill(reasons[code] ?? texts.refusedOther, {
    file: typeof file === 'string' ? `«${file}»: ` : '',
    size: megabytes(fileSize ?? limit),
    left: megabytes(left),
    types: Array.isArray(allowed) ? allowed.join(', ') : '',
    most: Number(limit),
    code,
  });
}
