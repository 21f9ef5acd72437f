import type { Refusal } from '@beseda/shared/client/outbox-rows';
import type { Locale } from '@beseda/shared/domain/words';
import { formatSize } from '@beseda/shared/ui/attachments';
import type { Texts } from '../../locales/ru';

/** Why a message or a file of it was not taken, with what is allowed. `name`: the file's. */
export function explainRefusal(
  { code, details = {} }: Refusal,
  name: string | null,
  texts: Texts,
  locale: Locale,
): string {
  const { composer } = texts;
  const { limit, allowed } = details;
  const file = name ?? (typeof details['file'] === 'string' ? details['file'] : null);
  if (code === 'too_many_attachments') return composer.tooMany(Number(limit));
  if (file === null) return texts.error(code);
  switch (code) {
    case 'file_too_large':
      return composer.tooLarge(file, formatSize(Number(limit), locale));
    case 'file_empty':
      return composer.empty(file);
    case 'file_type_not_allowed':
      return composer.wrongType(file, Array.isArray(allowed) ? allowed.join(', ') : '');
    default:
      return `${file}: ${texts.error(code)}`;
  }
}
