import { MAX_IDS } from '../bounds';
import { cleanLine } from '../clean-line';

/** The ids of a header, without `<>`; one that stands without them counts as well. */
export function readIds(value: string): string[] {
  const text = value.replaceAll('\0', '');
  const inBrackets = [...text.matchAll(/<([^<>]{1,998})>/g)].map(([, id = '']) => id.replace(/\s+/g, ''));
  const found =
    inBrackets.length > 0 ? inBrackets : text.split(/[\s,]+/).map((id) => id.replace(/[<>]/g, ''));
  return [...new Set(found.map((id) => cleanLine(id)).filter((id) => id !== ''))].slice(0, MAX_IDS);
}
