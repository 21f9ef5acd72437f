/**
 * U+0000 is the one character that Postgres cannot hold. It is left out of every text of an input, in place, so that a
 * stray one (a paste from a terminal) neither fails a statement nor keeps a message from being sent. Gives the input.
 */
export function dropNulls(input: unknown): unknown {
  const root: Record<string, unknown> = { input };
  const left: Record<string, unknown>[] = [root];
  for (let part = left.pop(); part; part = left.pop()) {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string') {
        if (value.includes('\0')) part[key] = value.replaceAll('\0', '');
      } else if (isPart(value)) left.push(value);
    }
  }
  return root['input'];
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
