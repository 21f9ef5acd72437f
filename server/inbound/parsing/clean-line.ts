/** One line without NUL, other controls and direction marks that could hide what stands there. */
export function cleanLine(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** Lines ended by `\n`, without controls but tabs. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
