import type { Session } from '@beseda/shared/client/session';
import { createUpload, type UploadInput } from '@beseda/shared/client/upload-file';
import type { UploadedFile } from '@beseda/shared/protocol/http';
import type { Ack } from '@beseda/shared/protocol/socket';

/** Uploads one file of a message with the session of who has written it. */
export function upload(session: Session, file: UploadInput): Promise<Ack<UploadedFile>> {
  const headers = () => ({ authorization: `Bearer ${session.get()?.session}` });
  return createUpload('', headers, () => session.renew())(file);
}
