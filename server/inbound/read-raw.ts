import type { Context, Services } from '../context/context';
import { notFound } from '../context/refusal';
import type { StoredFile } from '../files/file-store';

/** The raw bytes of a mail, held once; null: they are not there (any more). */
export async function loadRaw(
  { files }: Services,
  { sha256, size }: { sha256: string; size: number },
): Promise<Uint8Array | null> {
  const stored = await files.find(sha256, 'original');
  if (stored?.size !== size) return null;
  const raw = new Uint8Array(size);
  let at = 0;
  for await (const chunk of (await stored.read()) as AsyncIterable<Uint8Array>) {
    raw.set(chunk, at);
    at += chunk.length;
  }
  return raw;
}

/** A mail as it came in. Refuses with `not_found`, also when its bytes are kept no longer. */
export async function readRaw(ctx: Context, id: string): Promise<StoredFile & { sha256: string }> {
  const [row] = await ctx.inTransaction(
    ({ sql }) => sql<{ sha256: string | null }[]>`select sha256 from inbound_mails where id = ${id}`,
  );
  const stored = row?.sha256 ? await ctx.files.find(row.sha256, 'original') : null;
  if (!row?.sha256 || !stored) throw notFound();
  return { size: stored.size, read: (range) => stored.read(range), sha256: row.sha256 };
}
