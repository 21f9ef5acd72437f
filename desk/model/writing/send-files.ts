import { UNREACHED } from '@beseda/shared/client/ack';
import { refusal } from '@beseda/shared/client/http';
import type { Ack } from '@beseda/shared/protocol/socket';

export interface Sending<T> {
  done: Promise<Ack<T>>;
  cancel(): void;
}

/** Posts files as a form; `onProgress` hears of whole percents. Never throws: no answer is `unavailable`. */
export function sendFiles<T>(
  path: string,
  files: readonly File[],
  headers: Record<string, string>,
  onProgress: (percent: number) => void,
): Sending<T> {
  // Of all ways to send, only this one tells how far it has come.
  const request = new XMLHttpRequest();
  const done = new Promise<Ack<T>>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.floor((100 * loaded) / Math.max(1, total)));
    request.onload = () => resolve(readAnswer(request));
    request.onerror = () => resolve(UNREACHED);
    request.onabort = () => resolve(UNREACHED);
  });
  request.open('POST', `/api/v1${path}`);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function readAnswer<T>({ status, responseText }: XMLHttpRequest): Ack<T> {
  try {
    const body: unknown = JSON.parse(responseText);
    return status >= 200 && status < 300 ? { ok: true, data: body as T } : refusal(body);
  } catch {
    return UNREACHED;
  }
}
