import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../context/refusal';
import { drain, isCutOff } from './drain';

const MOST_DRAINED = 200 * 2 ** 20;

/** The first file of the form is the one; fields before or behind it are of no interest. `take` reads its bytes. */
export async function readFormFile<T>(
  request: FastifyRequest,
  take: (name: string, source: Readable) => Promise<T>,
): Promise<T> {
  let taken: { file: T } | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      taken = { file: await take(part.filename ?? '', part.file) };
    }
  } catch (error) {
    drain(request.raw, MOST_DRAINED);
    throw isUnreadableForm(error)
      ? new Refusal('invalid_input', 'The form cannot be read.', { field: 'file' })
      : error;
  }
  if (taken) return taken.file;
  throw new Refusal('invalid_input', 'The form has no file.', { field: 'file' });
}

/** The parser's own failures carry no status: a form without boundary, or one that was cut off on its way. */
function isUnreadableForm(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Refusal) return false;
  return (
    isCutOff(error) ||
    /^(Multipart: |Unexpected end of (multipart data|form)|Part terminated|Malformed)/.test(error.message)
  );
}
