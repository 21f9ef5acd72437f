import { UNREACHED } from '@beseda/shared/client/ack';
import { refusal } from '@beseda/shared/client/http';
import type { ArticleFile } from '@beseda/shared/protocol/knowledge';
import type { Ack } from '@beseda/shared/protocol/socket';

export interface Upload {
  done: Promise<Ack<ArticleFile>>;
  cancel(): void;
}

/** Brings a file into the knowledge base; `onProgress` hears of whole percents. */
export function uploadArticleFile(
  file: File,
  headers: Record<string, string>,
  onProgress: (percent: number) => void,
): Upload {
  // Of all ways to send, only this one tells how far it has come.
  const request = new XMLHttpRequest();
  const done = new Promise<Ack<ArticleFile>>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.floor((100 * loaded) / Math.max(1, total)));
    request.onload = () => resolve(readAnswer(request));
    request.onerror = () => resolve(UNREACHED);
    request.onabort = () => resolve(UNREACHED);
  });
  request.open('POST', '/api/v1/kb/files');
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  const form = new FormData();
  form.append('file', file, file.name);
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function readAnswer({ status, responseText }: XMLHttpRequest): Ack<ArticleFile> {
  try {
    const body: unknown = JSON.parse(responseText);
    return status === 201 ? { ok: true, data: body as ArticleFile } : refusal(body);
  } catch {
    return UNREACHED;
  }
}
