import { createUpload, type UploadInput } from '@beseda/shared/client/upload-file';
import type { UploadedFile } from '@beseda/shared/protocol/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import type { Panel } from '../model/panel';

/** Uploads one file of a message with the panel's session. */
export function upload(panel: Panel, file: UploadInput): Promise<Ack<UploadedFile>> {
  const renew = () =>
    panel.session?.renew() ?? Promise.resolve({ ok: false, code: 'session_required' } as const);
  return createUpload('', () => panel.headers(), renew)(file);
}
