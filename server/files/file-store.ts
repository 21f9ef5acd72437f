import type { Readable } from 'node:stream';
import type { Rendition } from './sign-link';
import type { ReceivedFile, TempFolder } from './temp-folder';

export interface ByteSpan {
  start: number;
  /** Inclusive. */
  end: number;
}

export interface StoredFile {
  readonly size: number;
  read(range?: ByteSpan): Promise<Readable>;
}

/** Where files stay: bytes by their SHA-256, with the thumbnail of a picture beside them. Knows no rows. */
export interface ContentStore {
  /** Throws EnvironmentError when it cannot be used. */
  check(): Promise<void>;
  /** The long part of keeping, before the content is locked: what can be brought near is brought near. */
  stage(received: ReceivedFile, thumbPath: string | null): Promise<void>;
  /** Puts received bytes in their place for good: durable when it returns. */
  keep(received: ReceivedFile, thumbPath: string | null): Promise<void>;
  find(sha256: string, rendition: Rendition): Promise<StoredFile | null>;
  remove(sha256: string): Promise<void>;
  /** Hashes of one of the 256 folders whose bytes were put there before `before` (ms since the epoch). */
  list(folder: number, before: number): Promise<string[]>;
  /** Keeps a part of an upload, seen by every node; durable when it returns. */
  putPart(received: ReceivedFile, name: string): Promise<void>;
  /** The parts one after the other. Fails with `PartMissing`. */
  readParts(names: readonly string[]): Readable;
  removeParts(names: readonly string[]): Promise<void>;
  /** Removes parts that were put there before `before`. */
  sweepParts(before: number): Promise<void>;
}

export class PartMissing extends Error {
  constructor() {
    super('A part of an upload is gone.');
    this.name = 'PartMissing';
  }
}

export type FileStore = ContentStore & TempFolder;
