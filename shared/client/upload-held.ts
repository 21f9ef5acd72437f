import type { Ack } from '../protocol/socket';
import { readFile } from './hold-file';
import type { OutboxRow } from './outbox-rows';
import type { SendContext } from './send-row';

/**
 * Uploads the files of a row that the server does not have yet and answers the ids of all. A refusal's
 * `details.file` names the file.
 */
export async function uploadHeld(row: OutboxRow, context: SendContext): Promise<Ack<string[]>> {
  const { rows, store, upload } = context;
  const ids: string[] = [];
  for (const [index, file] of row.files.entries()) {
    const onProgress = (share: number) =>
      rows.show(row.clientId, { kind: 'uploading', progress: (index + share) / row.files.length });
    if (!file.uploaded) {
      const blob = await readFile(store, file);
      if (!blob) return { ok: false, code: 'unknown_attachment', details: { file: file.name } };
      onProgress(0);
      const ack = await upload({ clientId: file.clientId, name: file.name, blob, onProgress });
      if (!ack.ok) return { ...ack, details: { ...ack.details, file: file.name } };
      file.uploaded = ack.data.id;
      await rows.change(row, (kept) => ({ ...kept, files: row.files }));
    }
    ids.push(file.uploaded);
  }
  return { ok: true, data: ids };
}
