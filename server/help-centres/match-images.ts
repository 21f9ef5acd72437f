import { basename } from 'node:path';
import type { ForeignBase } from './foreign-base';
import { pathOf } from './read-json';

const SOURCE = /<img\b(?:"[^"]*"|'[^']*'|[^>"'])*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * Which of the files beside an export is which image of its texts: by the last part of the address, be it the file's name or
 * what the name begins with (`777` for `777-button.png`), or by the folder that is called like the part before.
 */
export function matchImages(base: ForeignBase, files: readonly string[]): Map<string, string> {
  const matched = new Map<string, string>();
  if (files.length === 0) return matched;
  for (const src of listSources(base)) {
    const [name = '', parent = ''] = (pathOf(src) ?? '').split('/').toReversed();
    if (name === '') continue;
    const alike = files.filter((file) => basename(file) === name);
    const best =
      alike.find((file) => file.endsWith(`/${parent}/${name}`)) ??
      (alike.length === 1 ? alike[0] : undefined) ??
      files.find((file) => [`${parent}-${name}`, `${parent}_${name}`].includes(basename(file))) ??
      files.find((file) => /^\d+$/.test(name) && new RegExp(`^${name}[-_.]`).test(basename(file)));
    if (best !== undefined) matched.set(src, best);
  }
  return matched;
}

/** What the images of the texts are, as a browser would read it. */
export function listSources({ articles }: ForeignBase): string[] {
  const sources = articles.flatMap(({ html }) =>
    Array.from(html.matchAll(SOURCE), (found) => (found[1] ?? found[2] ?? '').replaceAll('&amp;', '&')),
  );
  return [...new Set(sources)];
}
