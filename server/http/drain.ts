import type { IncomingMessage } from 'node:http';

/** A browser reads the refusal only when it could send the rest; one that never stops is cut off after `most` bytes. */
export function drain(raw: IncomingMessage, most: number): void {
  let left = most;
  raw.unpipe();
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  raw.resume();
}

/** The sender has gone in the middle. */
export function isCutOff(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
