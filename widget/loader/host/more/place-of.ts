/** The path by which articles know a page: of applications that keep it in the hash, that one. */
export function placeOf(href: string): string {
  const { hash, pathname } = new URL(href);
  return /^#!?(\/[^?#]*)/.exec(hash)?.[1] ?? pathname;
}
