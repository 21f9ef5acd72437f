/** Bounds that both ends know, so that a refusal can be explained before anything is sent. Bytes unless said. */
export const LIMITS = {
  textLength: 20_000,
  subjectLength: 200,
  attachmentsPerMessage: 10,
  fileSize: 20 * 1024 * 1024,
  queryLength: 2_000,
} as const;

/** Media types that may be attached, by content, with the endings people know them by. */
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
};
