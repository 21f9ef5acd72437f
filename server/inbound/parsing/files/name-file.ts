const LONGEST = 150;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'text/vcard': '.vcf',
  'text/enriched': '.txt',
  'text/rfc822-headers': '.txt',
  'message/rfc822': '.eml',
  'message/delivery-status': '.txt',
  'message/feedback-report': '.txt',
  'image/jpeg': '.jpg',
  'image/pjpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/bmp': '.bmp',
  'image/tiff': '.tif',
  'image/heic': '.heic',
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'application/rtf': '.rtf',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/pgp-signature': '.asc',
  'application/pkcs7-signature': '.p7s',
  'application/json': '.json',
  'audio/mpeg': '.mp3',
  'video/mp4': '.mp4',
};

/**
 * A name that is safe to show and to save: no path, no controls or direction marks, nothing that only Windows takes for
 * a device. Where the mail gives none, one is made from the place and the type.
 */
export function nameFile(stated: string, type: string, place: number): string {
  const text = stated
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/\s+/g, ' ');
  const last = /^[a-z]:/i.test(text) || /[/\\]/.test(text) ? (text.split(/[/\\:]/).at(-1) ?? '') : text;
  const name = last
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1');
  return shorten(name) || `file-${place}${EXTENSIONS[type] ?? ''}`;
}

/** The extension stays, whatever is cut. */
function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const extension = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  return `${letters.slice(0, LONGEST - extension.length).join('')}${extension}`;
}
