import type { Part } from './walk-parts';

/** The leaves of a mail, sorted by what they are for the reader. */
export interface Bodies {
  text: Part[];
  html: Part[];
  files: Part[];
}

/** Versions of the text that only one kind of reader can use. */
const SKIPPED = new Set(['text/x-amp-html', 'text/watch-html']);

/**
 * Sorts as RFC 8621 does: the first part and what follows without a name is text, of alternatives each reader gets its
 * own, all else is a file.
 */
export function pickBodies(root: Part): Bodies {
  const bodies: Bodies = { text: [], html: [], files: [] };
  sort([root], 'multipart/mixed', false, bodies.text, bodies.html, bodies);
  return bodies;
}

function sort(
  parts: readonly Part[],
  container: string,
  alternative: boolean,
  textInto: Part[] | null,
  htmlInto: Part[] | null,
  bodies: Bodies,
): void {
  const before = { text: textInto?.length ?? -1, html: htmlInto?.length ?? -1 };
  let text = textInto;
  let html = htmlInto;
  for (const [place, part] of parts.entries()) {
    const type = part.type.value;
    if (part.children.length > 0) {
      sort(part.children, type, alternative || type === 'multipart/alternative', text, html, bodies);
      continue;
    }
    if (!isShown(part, place, container)) {
      if (!SKIPPED.has(type)) bodies.files.push(part);
      continue;
    }
    const asHtml = type === 'text/html';
    if (container === 'multipart/alternative') {
      if (asHtml) html?.push(part);
      else text?.push(part);
      continue;
    }
    if (alternative) {
      // Within an alternative, what is of one kind belongs to that kind only.
      if (asHtml) text = null;
      else html = null;
    }
    text?.push(part);
    html?.push(part);
  }
  if (container === 'multipart/alternative' && textInto && htmlInto) {
    if (before.text === textInto.length && before.html !== htmlInto.length)
      textInto.push(...htmlInto.slice(before.html));
    if (before.html === htmlInto.length && before.text !== textInto.length)
      htmlInto.push(...textInto.slice(before.text));
  }
}

function isShown(part: Part, place: number, container: string): boolean {
  const type = part.type.value;
  const readable =
    type === 'text/plain' ||
    type === 'text/html' ||
    type === 'text' ||
    type === '' ||
    type.startsWith('multipart/');
  if (!readable || part.disposition.value === 'attachment') return false;
  const named = part.disposition.parameters.has('filename') || part.type.parameters.has('name');
  return place === 0 || (container !== 'multipart/related' && !named);
}
