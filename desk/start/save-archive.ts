import { UNREACHED } from '@beseda/shared/client/ack';
import { refusal } from '@beseda/shared/client/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import { DESK_HEADERS } from './headers';

export interface Archive {
  name: string;
  blob: Blob;
}

/** Fetches a file of the API, so that a refusal can be told instead of being saved. */
export async function fetchArchive(path: string): Promise<Ack<Archive>> {
  try {
    const response = await fetch(`/api/v1${path}`, { headers: DESK_HEADERS });
    if (!response.ok) return refusal(await response.json());
    const given = response.headers.get('content-disposition') ?? '';
    const name = /filename="([^"]+)"/.exec(given)?.[1] ?? 'archive.zip';
    return { ok: true, data: { name, blob: await response.blob() } };
  } catch {
    return UNREACHED;
  }
}

/** Gives a file to the browser's downloads. */
export function saveArchive({ name, blob }: Archive): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
