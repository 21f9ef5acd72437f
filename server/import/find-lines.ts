/** The lines, from 1, on which the objects of a JSON array begin. `text` is valid JSON. */
export function findLines(text: string): number[] {
  const lines: number[] = [];
  let [line, depth, inText] = [1, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') line += 1;
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') {
      if (depth === 1) lines.push(line);
      depth += 1;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return lines;
}
