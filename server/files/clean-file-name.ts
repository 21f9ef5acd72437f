const LONGEST = 200;

/** Endings under which people know a type; the first is given to a file that has none of them. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log', 'md', 'json', 'yml', 'yaml', 'ini', 'tsv', 'ics', 'vcf'],
  'text/csv': ['csv'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/msword': ['doc', 'dot'],
  'application/vnd.ms-excel': ['xls', 'xlt'],
  'application/rtf': ['rtf', 'doc'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov', 'qt'],
  'image/heic': ['heic', 'heif'],
  'audio/mpeg': ['mp3'],
  'application/x-7z-compressed': ['7z'],
  'application/x-rar-compressed': ['rar'],
};

/**
 * A name that is safe to show and to save under: no path, no control or direction characters, at most 200 characters,
 * and an ending that fits what the file is («run.bat» with text inside becomes «run.bat.txt»).
 */
export function cleanFileName(given: string, type: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const tidy = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu, '')
    .replace(/[<>:"|?*]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const endings = ENDINGS[type] ?? [];
  const ending = endingOf(tidy);
  if (ending !== null && endings.includes(ending.toLowerCase())) {
    return `${cut(tidy.slice(0, -ending.length - 1), LONGEST - ending.length - 1)}.${ending}`;
  }
  const added = endings[0] ? `.${endings[0]}` : '';
  return `${cut(tidy || 'file', LONGEST - added.length)}${added}`;
}

function endingOf(name: string): string | null {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at + 1) : null;
}

/** Cuts between characters, never inside one. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
