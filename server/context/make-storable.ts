/**
 * Makes every text of an input, keys too, one that Postgres can hold, in place: without U+0000, and with U+FFFD for half
 * a surrogate pair. A stray one (a paste, a cut emoji) must not fail a statement: its message would never be sent, or
 * would be stored as another one than was published. Gives the input.
 */
export function makeStorable(input: unknown): unknown {
  const root: Record<string, unknown> = { input };
  const left: Record<string, unknown>[] = [root];
  for (let part = left.pop(); part; part = left.pop()) {
    for (const [given, value] of Object.entries(part)) {
      const key = storable(given);
      if (key !== given) delete part[given];
      if (typeof value === 'string') {
        const text = storable(value);
        if (text !== value || key !== given) set(part, key, text);
      } else {
        if (key !== given) set(part, key, value);
        if (isPart(value)) left.push(value);
      }
    }
  }
  return root['input'];
}

function storable(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return /\p{Cs}/u.test(whole) ? whole.replace(/\p{Cs}/gu, '\ufffd') : whole;
}

/** As an own property, whatever the key is: `__proto__` must not become a prototype. */
function set(part: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(part, key, { value, enumerable: true, writable: true, configurable: true });
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
