/** Bytes of a text in any charset that the platform decodes in one or two bytes; it encodes only UTF-8 itself. */
export function encodeText(text: string, charset: string): Buffer {
  const table = tableOf(charset);
  return Buffer.concat(
    [...text].map((char) => {
      const bytes = table.get(char);
      if (!bytes) throw new Error(`${charset} has no «${char}»`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, Buffer>>();

function tableOf(charset: string): Map<string, Buffer> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset, { fatal: true });
  const table = new Map<string, Buffer>();
  const note = (bytes: Buffer): void => {
    try {
      const char = decoder.decode(bytes);
      if ([...char].length === 1 && !table.has(char)) table.set(char, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let byte = 0; byte < 256; byte++) note(Buffer.from([byte]));
  for (let lead = 129; lead < 255; lead++)
    for (let trail = 64; trail < 255; trail++) note(Buffer.from([lead, trail]));
  tables.set(charset, table);
  return table;
}
