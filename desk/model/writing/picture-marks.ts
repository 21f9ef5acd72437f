import type { Edit, Selected } from './edit-text';

/** Puts the address of a picture that has arrived where its mark stands; the selection stays where it was. */
export function replaceMark(given: Selected, mark: string, url: string): Edit | null {
  const found = new RegExp(`\\(${mark}(?!\\d)`).exec(given.text);
  return found && replaceAt(given, found.index, found[0].length, `(${url}`);
}

/** Puts a picture's new address where its old one stands, the first time; null: it stands nowhere any more. */
export function replaceAddress(given: Selected, address: string, url: string): Edit | null {
  for (let at = given.text.indexOf(address); at >= 0; at = given.text.indexOf(address, at + 1)) {
    const isWhole = /^(?:[\s)]|$)/.test(given.text.slice(at + address.length));
    if (isWhole && /!\[(?:[^\]\\\n]|\\.)*\]\($/.test(given.text.slice(0, at)))
      return replaceAt(given, at, address.length, url);
  }
  return null;
}

/** Takes away the picture that did not arrive; a line that was it alone goes too. */
export function dropMark(given: Selected, mark: string): Edit | null {
  const picture = `!\\[(?:[^\\]\\\\]|\\\\.)*\\]\\(${mark}(?!\\d)[^)\\n]*\\)`;
  const found =
    new RegExp(`(?<=^|\\n)${picture}(?:\\n\\n?|$)`).exec(given.text) ?? new RegExp(picture).exec(given.text);
  return found && replaceAt(given, found.index, found[0].length, '');
}

function replaceAt({ start, end }: Selected, from: number, length: number, insert: string): Edit {
  const to = from + length;
  const moved = (at: number) => {
    if (at >= to) return at + insert.length - length;
    return Math.min(at, from + insert.length);
  };
  return { from, to, insert, start: moved(start), end: moved(end) };
}
