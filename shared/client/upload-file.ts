import type { UploadedFile } from '../protocol/http';
import type { Ack } from '../protocol/socket';
import { isSessionOver, UNREACHED } from './ack';
import { refusal } from './http';

export interface UploadInput {
  /** UUID made by the sender; repeating it gives the same stored file. */
  clientId: string;
  name: string;
  blob: Blob;
  /** 0…1 */
  onProgress: (share: number) => void;
}
export type Upload = (input: UploadInput) => Promise<Ack<UploadedFile>>;

/**
 * Uploads through XMLHttpRequest, the only way to learn the progress. Never throws; no answer is `unavailable`.
 * `renew` is asked once when the session is over.
 */
export function createUpload(
  origin: string,
  headers: () => Record<string, string>,
  renew?: () => Promise<Ack<unknown>>,
): Upload {
  const send: Upload = ({ clientId, name, blob, onProgress }) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${origin}/api/v1/files?clientId=${clientId}`);
      for (const [key, value] of Object.entries(headers())) request.setRequestHeader(key, value);
      request.upload.addEventListener('progress', (event) => onProgress(event.loaded / (event.total || 1)));
      request.addEventListener('loadend', () => resolve(answerOf(request)));
      const form = new FormData();
      form.append('file', blob, name);
      request.send(form);
    });
  return async (input) => {
    const ack = await send(input);
    if (ack.ok || !renew || !isSessionOver(ack.code)) return ack;
    return (await renew()).ok ? send(input) : ack;
  };
}

function answerOf(request: XMLHttpRequest): Ack<UploadedFile> {
  try {
    const body: unknown = JSON.parse(request.responseText);
    return request.status < 300 ? { ok: true, data: body as UploadedFile } : refusal(body);
  } catch {
    return UNREACHED;
  }
}
