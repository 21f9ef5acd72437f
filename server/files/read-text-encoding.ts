import { createReadStream } from 'node:fs';

export type TextEncodingName = 'utf-8' | 'utf-16' | 'windows-1251';

const MARKUP =
  /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|\?xml|html|head|body|script|svg|math|iframe|object|embed)\b/i;
/** Enough to see past a byte order mark, blank lines and a comment. */
const OPENING = 4_096;

/**
 * Whether the file is plain text to its last byte: valid UTF-8, UTF-16 with a byte order mark, or windows-1251, without
 * control characters. Null for anything else, and for markup that a browser would draw.
 */
export async function readTextEncoding(path: string): Promise<TextEncodingName | null> {
  const candidates: Candidate[] = [];
  let opening = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (candidates.length === 0) candidates.push(...candidatesFor(chunk));
    for (const candidate of candidates) candidate.take(chunk);
    if (opening.length < OPENING) opening += candidates.find(({ fits }) => fits())?.said() ?? '';
  }
  const fitting = candidates.find((candidate) => candidate.ends());
  return fitting && !MARKUP.test(opening) ? fitting.name : null;
}

interface Candidate {
  name: TextEncodingName;
  take(chunk: Buffer): void;
  fits(): boolean;
  /** The text of the last chunk. */
  said(): string;
  ends(): boolean;
}

function candidatesFor(first: Buffer): Candidate[] {
  if (first[0] === 0xff && first[1] === 0xfe) return [createCandidate('utf-16', 'utf-16le')];
  if (first[0] === 0xfe && first[1] === 0xff) return [createCandidate('utf-16', 'utf-16be')];
  return [createCandidate('utf-8', 'utf-8'), createCandidate('windows-1251', 'windows-1251')];
}

function createCandidate(name: TextEncodingName, label: string): Candidate {
  const decoder = new TextDecoder(label, { fatal: true });
  let fits = true;
  let said = '';
  const decode = (chunk?: Buffer) => {
    try {
      said = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      if (hasControls(said)) fits = false;
    } catch {
      fits = false;
    }
  };
  return {
    name,
    take: (chunk) => {
      if (fits) decode(chunk);
    },
    fits: () => fits,
    said: () => said,
    ends: () => {
      if (fits) decode();
      return fits;
    },
  };
}

/** Terminals' logs have escapes, old DOS files an end mark. */
const TEXT_CONTROLS = new Set('\t\n\v\f\r\u001a\u001b\u0085');

function hasControls(text: string): boolean {
  for (const [control] of text.matchAll(/\p{Cc}/gu)) if (!TEXT_CONTROLS.has(control)) return true;
  return false;
}
