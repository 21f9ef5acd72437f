/** A structured header: `text/plain; charset=utf-8`. Values are as they came, each byte a character. */
export interface Structured {
  /** In lower case. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

export interface Parameter {
  readonly value: string;
  /** The charset of an RFC 2231 value, whose bytes are then decoded from `%XX`. */
  readonly charset: string | null;
}

const PART = /;\s*([^\s=;"]+)\s*(?:=\s*("(?:\\[\s\S]|[^"\\])*(?:"|$)|[^;]*))?/y;

export function readStructured(header: string): Structured {
  const text = dropComments(header);
  const end = text.search(/[;\s]/);
  const value = (end < 0 ? text : text.slice(0, end)).trim().toLowerCase().replace(/^"|"$/g, '');
  const found = new Map<string, string>();
  // A forgotten semicolon before the first parameter is common enough to be put in.
  const rest = end < 0 ? '' : text.slice(end).trimStart();
  const list = rest.startsWith(';') ? rest : `;${rest}`;
  PART.lastIndex = 0;
  for (let at = 0; at < list.length; ) {
    PART.lastIndex = at;
    const part = PART.exec(list);
    if (!part) {
      const next = list.indexOf(';', at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    at = PART.lastIndex;
    const name = (part[1] ?? '').toLowerCase();
    if (name && !found.has(name) && found.size < 200) found.set(name, unquote(part[2] ?? ''));
  }
  return { value, parameters: joinContinuations(found) };
}

function unquote(value: string): string {
  const text = value.trim();
  if (!text.startsWith('"')) return text;
  const inner = text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text.slice(1);
  // A backslash escapes only what has to be escaped: old clients send C:\TEMP\a.txt as it is.
  return inner.replace(/\\(["\\])/g, '$1');
}

/** RFC 2231: `name*0*=utf-8''a%20; name*1=b`. A value in pieces wins over a plain one. */
function joinContinuations(found: ReadonlyMap<string, string>): Map<string, Parameter> {
  const joined = new Map<string, Parameter>();
  const pieces = new Map<string, { index: number; encoded: boolean; value: string }[]>();
  for (const [name, value] of found) {
    const piece = /^([^*]+)\*(?:(\d{1,3})(\*?)|)$/.exec(name);
    if (!piece) {
      joined.set(name, { value, charset: null });
      continue;
    }
    const [, base = '', index, star] = piece;
    const list = pieces.get(base) ?? [];
    list.push({ index: Number(index ?? 0), encoded: index === undefined || star === '*', value });
    pieces.set(base, list);
  }
  for (const [base, list] of pieces) {
    list.sort((a, b) => a.index - b.index);
    let charset: string | null = null;
    const value = list
      .map((piece, at) => {
        if (!piece.encoded) return piece.value;
        const prefix = at === 0 ? /^([^']*)'[^']*'/.exec(piece.value) : null;
        if (prefix) charset = prefix[1] || 'utf-8';
        return decodePercents(prefix ? piece.value.slice(prefix[0].length) : piece.value);
      })
      .join('');
    joined.set(base, { value, charset });
  }
  return joined;
}

function decodePercents(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function dropComments(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && (quoted || depth > 0)) {
      if (depth === 0) kept += text.slice(at, at + 2);
      at++;
      continue;
    }
    if (char === '"' && depth === 0) quoted = !quoted;
    if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')' && depth > 0) depth--;
    else if (depth === 0) kept += char;
  }
  return depth > 0 ? text : kept;
}
