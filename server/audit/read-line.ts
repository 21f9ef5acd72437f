import { Refusal } from '../context/refusal';

/** One line of text without what could disguise it. Refuses with `invalid_input` when it is empty or too long. */
export function readLine(given: string, field: string, most = 200): string {
  const text = given.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (text !== '' && text.length <= most) return text;
  throw new Refusal('invalid_input', `${field} has 1 to ${most} characters.`, { field });
}

/** The same, where nothing may stand: an empty line is null. */
export function readLineOrNull(given: string | null, field: string, most = 200): string | null {
  return given === null || given.trim() === '' ? null : readLine(given, field, most);
}

/** A link that people may follow. */
export function readUrlOrNull(given: string | null, field: string): string | null {
  const text = readLineOrNull(given, field, 2_000);
  if (text === null) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Refusal('invalid_input', `${field} takes a link that begins with https://.`, { field });
}

const EMAIL = /^[^\s@,;<>"()[\]:\\]+@[^\s@,;<>"()[\]:\\]+$/;

export function readEmailOrNull(given: string | null, field: string): string | null {
  const text = readLineOrNull(given, field, 320);
  if (text === null || EMAIL.test(text)) return text;
  throw new Refusal('invalid_input', 'This is not an email address.', { field });
}
