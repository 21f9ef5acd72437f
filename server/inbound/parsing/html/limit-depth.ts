const DEEPEST = 200;
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,30})(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>?/gi;
/** They close themselves or each other, and so never nest. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot colgroup html head body'.split(
    ' ',
  ),
);

/** The HTML without the tags beyond a depth that no mail needs: parsers take a time that grows with its square. */
export function limitDepth(html: string): string {
  let depth = 0;
  let dropped = 0;
  return html.replace(TAG, (tag, slash: string, name: string) => {
    if (FLAT.has(name.toLowerCase()) || tag.endsWith('/>')) return tag;
    if (slash === '') {
      if (depth >= DEEPEST) {
        dropped++;
        return '';
      }
      depth++;
      return tag;
    }
    if (dropped > 0) {
      dropped--;
      return '';
    }
    if (depth > 0) depth--;
    return tag;
  });
}
