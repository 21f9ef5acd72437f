import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const SMALL = 500;
/** In milliseconds or in bytes: the small one for what is kept and sent many times, and where every byte is counted. */
const QUALITY = { quick: 5, small: 11 };

export interface EncodedText {
  bytes: Buffer;
  encoding: 'br' | 'gzip' | null;
}

/** A text in the best encoding that this browser takes; for the few small texts that no build could compress before. */
export async function encodeFor(
  request: FastifyRequest,
  text: string,
  wanted: 'quick' | 'small' = 'quick',
): Promise<EncodedText> {
  const bytes = Buffer.from(text);
  const accepts = request.headers['accept-encoding'] ?? '';
  if (bytes.length < SMALL) return { bytes, encoding: null };
  if (accepts.includes('br')) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY[wanted],
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return { bytes: await brotli(bytes, { params }), encoding: 'br' };
  }
  if (accepts.includes('gzip')) return { bytes: await zip(bytes), encoding: 'gzip' };
  return { bytes, encoding: null };
}
