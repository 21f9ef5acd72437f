import { uuidv7 } from '../domain/uuid';
import type { Store } from './store';

/** A file that the person attached: its bytes are in the store, so it survives a reload. `size` in bytes. */
export interface HeldFile {
  clientId: string;
  name: string;
  type: string;
  size: number;
  /** Id of the stored attachment, once the server has it. */
  uploaded?: string;
}

/** Copies the bytes: the file on the person's disk may change or go away before it is sent. */
export async function holdFile(store: Store, owner: string, file: File): Promise<HeldFile> {
  const held = { clientId: uuidv7(), name: file.name || 'image.png', type: file.type, size: file.size };
  await store.put('files', { ...held, owner, bytes: await file.arrayBuffer() });
  return held;
}

export async function readFile(store: Store, { clientId, type }: HeldFile): Promise<Blob | null> {
  const row = await store.get<{ bytes: ArrayBuffer }>('files', clientId);
  return row ? new Blob([row.bytes], { type }) : null;
}

export async function releaseFiles(store: Store, files: readonly HeldFile[]): Promise<void> {
  await Promise.all(files.map((file) => store.delete('files', file.clientId)));
}
