import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import { FILE_KEYS, type FileKey, type FrontMatter } from './article-file';
import { FRONT_MATTER_FIELDS } from './front-matter-fields';

export interface FrontMatterResult {
  fields: FrontMatter;
  /** The line of each key, counted in the file. */
  lines: Map<string, number>;
  problems: { line: number; reason: string }[];
}

const MAX_LENGTH = 64 * 1024;

/**
 * Reads the YAML between the two `---` lines, whose first line is `firstLine` of the file. Every scalar is text to
 * begin with (`title: 2024`, `keywords: [404, no]`), so nothing is lost to YAML's own idea of types.
 */
export function readFrontMatter(yaml: string, firstLine: number): FrontMatterResult {
  const result: FrontMatterResult = { fields: {}, lines: new Map(), problems: [] };
  if (yaml.length > MAX_LENGTH) {
    result.problems.push({ line: firstLine, reason: 'the front matter is longer than 64 KB' });
    return result;
  }
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  for (const { message, code, pos } of [...document.errors, ...document.warnings]) {
    const line = lineAt(pos[0]);
    if (result.problems.some((known) => known.line === line)) continue;
    const hint = code === 'BLOCK_AS_IMPLICIT_KEY' ? '; a text with a colon stands in quotes' : '';
    result.problems.push({ line, reason: `bad YAML: ${message}${hint}` });
  }
  if (result.problems.length > 0) return result;
  if (isMap(document.contents)) readPairs(document.contents, lineAt, result);
  else if (document.contents !== null) {
    result.problems.push({ line: firstLine, reason: 'the front matter takes lines like "title: …"' });
    return result;
  }
  const { title, state } = result.fields;
  const line = result.lines.get('title');
  // One that was given and is bad is named already; a draft may not have been named yet.
  const isNamed = title !== undefined || result.problems.some((one) => one.line === line);
  if (!isNamed && state === undefined) {
    result.problems.push({ line: line ?? firstLine - 1, reason: 'title is missing' });
  }
  return result;
}

function readPairs(
  map: YAMLMap.Parsed,
  lineAt: (offset: number) => number,
  { fields, lines, problems }: FrontMatterResult,
): void {
  for (const { key, value } of map.items) {
    const line = lineAt(key.range[0]);
    const name = scalarText(key) ?? '';
    if (!isKey(name)) {
      problems.push({ line, reason: `unknown key "${name}"; the keys are ${FILE_KEYS.join(', ')}` });
      continue;
    }
    lines.set(name, line);
    const given = textOf(value);
    if (given === '') continue;
    const parsed = given === undefined ? undefined : FRONT_MATTER_FIELDS[name].parse(given);
    if (parsed === undefined)
      problems.push({ line, reason: `${name} takes ${FRONT_MATTER_FIELDS[name].takes}` });
    else Object.assign(fields, { [name]: parsed });
  }
}

function isKey(name: string): name is FileKey {
  return FILE_KEYS.some((key) => key === name);
}

/** A scalar's trimmed text or a list of them; undefined for anything nested, aliases included. */
function textOf(node: ParsedNode | null): string | string[] | undefined {
  if (node === null) return '';
  if (!isSeq(node)) return scalarText(node)?.trim();
  const texts = node.items.map(scalarText);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The failsafe schema knows no values but text and nothing. */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : '';
}
