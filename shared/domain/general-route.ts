/** A segment that names one of many: it holds a digit and is no version. */
const NAMES_ONE = /\d/;
const VERSION = /^v\d{1,2}$/i;

/** A page's path with `*` in place of what names one object: `/members/1042` is `/members/*`. */
export function generalRoute(path: string): string {
  return path
    .split('/')
    .map((part) => (NAMES_ONE.test(part) && !VERSION.test(part) ? '*' : part))
    .join('/');
}
