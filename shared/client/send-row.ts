import type { Ack, MessageStored } from '../protocol/socket';
import { isSessionOver, isTransient, UNREACHED } from './ack';
import type { Connection } from './connect';
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
  const { event, conversationId, clientId, text, start } = row;
  const uploaded = row.files[0] && (await uploadFiles(row, context));
  if (uploaded && !uploaded.ok) return failure(uploaded);
  context.rows.show(clientId, { kind: 'sending' });
  const ack = await context.connection.request(event, {
    conversationId,
    clientId,
    text,
    ...(uploaded && { attachments: uploaded.data }),
    ...(start && { start }),
  });
  return ack.ok ? { kind: 'stored', stored: ack.data } : failure(ack);
}

/** Most messages have no files: what uploads is loaded with the first that has. */
function uploadFiles(row: OutboxRow, context: SendContext): Promise<Ack<string[]>> {
  return import('./upload-held').then(
    ({ uploadHeld }) => uploadHeld(row, context),
    () => UNREACHED,
  );
}

function failure({ code, details }: Extract<Ack<never>, { ok: false }>): SendOutcome {
  if (isTransient(code) || isSessionOver(code)) return { kind: 'later' };
  return { kind: 'refused', refused: { code, ...(details && { details }) } };
}
