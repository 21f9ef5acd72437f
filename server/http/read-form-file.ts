import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../context/refusal';
import { drain, isCutOff } from './drain';

const MOST_DRAINED = 200 * 2 ** 20;

export interface FormFile {
  name: string;
  source: Readable;
}

/** A form has one file; fields before or behind it are of no interest. `take` reads its bytes. */
export async function readFormFile<T>(
  request: FastifyRequest,
  take: (name: string, source: Readable) => Promise<T>,
): Promise<T> {
  return readFormFiles(request, 1, async (files) => {
    let taken: { file: T } | null = null;
    for await (const { name, source } of files) taken = { file: await take(name, source) };
    if (taken) return taken.file;
    throw new Refusal('invalid_input', 'The form has no file.', { field: 'file' });
  });
}

/** At most so many files, one behind the other: `take` reads the bytes of each before it asks for the next. */
export async function readFormFiles<T>(
  request: FastifyRequest,
  most: number,
  take: (files: AsyncIterable<FormFile>) => Promise<T>,
): Promise<T> {
  try {
    return await take(filesOf(request, most));
  } catch (error) {
    drain(request.raw, MOST_DRAINED);
    throw isUnreadableForm(error)
      ? new Refusal('invalid_input', 'The form cannot be read.', { field: 'file' })
      : error;
  }
}

async function* filesOf(request: FastifyRequest, most: number): AsyncGenerator<FormFile> {
  for await (const part of request.parts({ limits: { files: most, parts: most + 10 } })) {
    if (part.type === 'file') yield { name: part.filename ?? '', source: part.file };
  }
}

/** The parser's own failures carry no status: a form without boundary, or one that was cut off on its way. */
function isUnreadableForm(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Refusal) return false;
  return (
    isCutOff(error) ||
    /^(Multipart: |Unexpected end of (multipart data|form)|Part terminated|Malformed)/.test(error.message)
  );
}
