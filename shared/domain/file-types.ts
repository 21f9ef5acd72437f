/** Media types that can be told by content, with the endings people know them by; which are taken is a setting. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'application/zip': 'ZIP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/msword': 'DOC',
  'application/vnd.ms-excel': 'XLS',
  'application/rtf': 'RTF',
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
  'video/quicktime': 'MOV',
  'image/heic': 'HEIC',
  'audio/mpeg': 'MP3',
  'application/x-7z-compressed': '7Z',
  'application/x-rar-compressed': 'RAR',
};

/** Can be allowed, and are not until somebody does. */
const NOT_AT_FIRST = new Set(['MOV', 'HEIC', 'MP3', '7Z', 'RAR']);

export const FIRST_FILE_TYPES: readonly string[] = Object.entries(FILE_TYPES)
  .filter(([, label]) => !NOT_AT_FIRST.has(label))
  .map(([type]) => type);

/** «PNG, JPEG, PDF»: how people are told what is taken. */
export function nameFileTypes(types: readonly string[]): string {
  return [...new Set(types.map((type) => FILE_TYPES[type] ?? type))].join(', ');
}
