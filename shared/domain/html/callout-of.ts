import type { HtmlElement } from './html-tree';

type Callout = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

const WORDS: readonly [RegExp, Callout][] = [
  [/^(?:danger|error|caution|red|critical|fatal)$/, 'CAUTION'],
  [/^(?:warn|warning|attention|alert|yellow|orange)$/, 'WARNING'],
  [/^(?:important)$/, 'IMPORTANT'],
  [/^(?:tip|hint|success|green|idea)$/, 'TIP'],
  [/^(?:info|note|notice|information|blue|grey|gray|primary|secondary|default)$/, 'NOTE'],
];
const BOXES =
  /^(?:callout|admonition|alert|note|notice|infobox|panel|markdown-alert|message|hint|tip|warning|info|important|danger|caution)$/;

/** What kind of box a block is by the names of its classes (`callout callout-blue`, `note note-warning`), if any. */
export function calloutOf({ tag, attributes }: HtmlElement): Callout | undefined {
  if (!['div', 'section', 'aside', 'p', 'blockquote'].includes(tag)) return undefined;
  const words = (attributes.class ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isBox = words.some(
    (word) => BOXES.test(word) || /^(?:callout|admonition|alert|note|panel|markdown-alert)[-_]/.test(word),
  );
  if (!isBox) return undefined;
  const parts = words.flatMap((word) => word.split(/[-_]+/));
  const found = WORDS.find(([kind]) => parts.some((part) => kind.test(part) && part !== 'alert'));
  return found?.[1] ?? (words.some((word) => word === 'alert') ? 'WARNING' : 'NOTE');
}
