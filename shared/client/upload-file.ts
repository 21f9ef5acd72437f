import type { UploadedFile, UploadState } from '../protocol/http';
import type { Ack } from '../protocol/socket';
import { isSessionOver, UNREACHED } from './ack';
import { refusal } from './http';

export interface UploadInput {
  /** UUID made by the sender; repeating it gives the same stored file, and goes on where a break was. */
  clientId: string;
  name: string;
  blob: Blob;
  /** 0…1 */
  onProgress: (share: number) => void;
}
export type Upload = (input: UploadInput) => Promise<Ack<UploadedFile>>;

/** Another tab that sends the same file may be ahead a few times, not for ever. */
const MOST_DETOURS = 20;

/**
 * Uploads by parts, so that what a break leaves undone is gone on with. Through XMLHttpRequest, the only way to learn
 * the progress. Never throws; no answer is `unavailable`. `renew` is asked once per request when the session is over.
 */
export function createUpload(
  origin: string,
  headers: () => Record<string, string>,
  renew?: () => Promise<Ack<unknown>>,
): Upload {
  const once = (
    method: string,
    path: string,
    type: string,
    body: string | Blob,
    onSent: (bytes: number) => void,
  ): Promise<Ack<UploadState>> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, `${origin}/api/v1/uploads${path}`);
      for (const [key, value] of Object.entries(headers())) request.setRequestHeader(key, value);
      request.setRequestHeader('content-type', type);
      request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
      request.addEventListener('loadend', () => resolve(answerOf(request)));
      request.send(body);
    });
  const ask: typeof once = async (...request) => {
    const ack = await once(...request);
    if (ack.ok || !renew || !isSessionOver(ack.code)) return ack;
    return (await renew()).ok ? once(...request) : ack;
  };

  return async ({ clientId, name, blob, onProgress }) => {
    const begin = () =>
      ask('POST', '', 'application/json', JSON.stringify({ clientId, name, size: blob.size }), () => {});
    const sendPart = ({ offset, partSize }: UploadState) => {
      onProgress(offset / blob.size);
      return ask(
        'PUT',
        `/${clientId}?offset=${offset}`,
        'application/octet-stream',
        blob.slice(offset, offset + partSize),
        (bytes) => onProgress((offset + bytes) / blob.size),
      );
    };
    let detours = 0;
    let ack = await begin();
    for (;;) {
      if (ack.ok && ack.data.file) return { ok: true, data: ack.data.file };
      if (ack.ok) ack = await sendPart(ack.data);
      else if (ack.code === 'upload_offset' && detours < MOST_DETOURS) {
        detours += 1;
        ack = await begin();
      } else return ack;
    }
  };
}

function answerOf(request: XMLHttpRequest): Ack<UploadState> {
  try {
    const body: unknown = JSON.parse(request.responseText);
    return request.status < 300 ? { ok: true, data: body as UploadState } : refusal(body);
  } catch {
    return UNREACHED;
  }
}
