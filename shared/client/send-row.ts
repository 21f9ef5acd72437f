import type { Ack, MessageStored } from '../protocol/socket';
import { isSessionOver, isTransient } from './ack';
import type { Connection } from './connect';
import { type HeldFile, readFile } from './hold-file';
import type { OutboxRow, OutboxRows, Refusal } from './outbox-rows';
import type { Store } from './store';
import type { Upload } from './upload-file';

/** `later`: nobody answered, or not now; try again. */
export type SendOutcome =
  | { kind: 'stored'; stored: MessageStored }
  | { kind: 'refused'; refused: Refusal }
  | { kind: 'later' };

export interface SendContext {
  rows: OutboxRows;
  store: Store;
  connection: Connection;
  upload: Upload;
}

/** Uploads the files of a row, then sends its message. Every step may be repeated: all carry client ids. */
export async function sendRow(row: OutboxRow, context: SendContext): Promise<SendOutcome> {
  const { rows, connection } = context;
  if (connection.state.get().kind !== 'online') return { kind: 'later' };
  const attachments: string[] = [];
  for (const [index, file] of row.files.entries()) {
    const ack = await uploadHeld(file, context, (share) =>
      rows.show(row.clientId, { kind: 'uploading', progress: (index + share) / row.files.length }),
    );
    if (!ack.ok) return failure(ack, { file: file.name });
    attachments.push(ack.data);
    const uploaded = row.files.map((file, i) => ({
      ...file,
      ...(attachments[i] && { uploaded: attachments[i] }),
    }));
    if (!file.uploaded) await rows.change(row, (kept) => ({ ...kept, files: uploaded }));
  }
  rows.show(row.clientId, { kind: 'sending' });
  const { event, conversationId, clientId, text, start } = row;
  const ack = await connection.request(event, {
    conversationId,
    clientId,
    text,
    ...(attachments.length > 0 && { attachments }),
    ...(start && { start }),
  });
  return ack.ok ? { kind: 'stored', stored: ack.data } : failure(ack);
}

async function uploadHeld(
  file: HeldFile,
  { store, upload }: SendContext,
  onProgress: (share: number) => void,
): Promise<Ack<string>> {
  if (file.uploaded) return { ok: true, data: file.uploaded };
  const blob = await readFile(store, file);
  if (!blob) return { ok: false, code: 'unknown_attachment' };
  onProgress(0);
  const ack = await upload({ clientId: file.clientId, name: file.name, blob, onProgress });
  return ack.ok ? { ok: true, data: ack.data.id } : ack;
}

function failure(ack: Extract<Ack<never>, { ok: false }>, more?: { file: string }): SendOutcome {
  if (isTransient(ack.code) || isSessionOver(ack.code)) return { kind: 'later' };
  const details = more || ack.details ? { ...ack.details, ...more } : undefined;
  return { kind: 'refused', refused: { code: ack.code, ...(details && { details }) } };
}
