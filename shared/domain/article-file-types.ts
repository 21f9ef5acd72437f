/** What a browser may draw or play by itself; every other file is saved. */
export const DRAWN_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
export const PLAYED_TYPES: readonly string[] = ['video/mp4', 'video/webm', 'video/quicktime'];

/** What an article may have: pictures and videos stand in the text, all others are offered to be saved. */
export const ARTICLE_FILE_TYPES: readonly string[] = [
  ...DRAWN_TYPES,
  ...PLAYED_TYPES,
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];
