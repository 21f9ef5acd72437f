import type { Outbox } from '@beseda/shared/client/outbox';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { TicketStatus } from '@beseda/shared/domain/words';
import type { Draft, DraftBook } from './drafts';
import { EMPTY_DRAFT } from './drafts';
import type { KeyValue } from './preferences';

export interface Outgoing {
  conversationId: string;
  number: number;
  draft: Draft;
  /** The status to set once the message is stored. */
  status?: TicketStatus;
}

export interface Sending {
  /** Moves the draft into the outbox; the composer is empty when this resolves. */
  send(message: Outgoing): Promise<void>;
  stop(): void;
}

const KEY = 'beseda.desk.after';
type Afterwards = Record<string, { conversationId: string; number: number; status: TicketStatus }>;

/** Sends drafts, and sets «pending» or «solved» only after the message itself is stored, even if that is after a reload. */
export function createSending(options: {
  outbox: Outbox;
  drafts: DraftBook;
  storage: KeyValue;
  setStatus: (ticket: { conversationId: string; number: number }, status: TicketStatus) => void;
}): Sending {
  const { outbox, drafts, storage, setStatus } = options;

  const stop = outbox.onStored((_, clientId) => {
    const { [clientId]: after, ...rest } = readAfterwards(storage);
    if (!after) return;
    writeAfterwards(storage, rest);
    setStatus(after, after.status);
  });

  return {
    async send({ conversationId, number, draft, status }) {
      const clientId = uuidv7();
      if (status) {
        writeAfterwards(storage, {
          ...readAfterwards(storage),
          [clientId]: { conversationId, number, status },
        });
      }
      await outbox.add({
        clientId,
        conversationId,
        text: draft.text.trim(),
        files: [...draft.files],
        event: draft.mode === 'note' ? 'note:write' : 'message:send',
      });
      await drafts.write(conversationId, { ...EMPTY_DRAFT, mode: 'reply' });
    },
    stop,
  };
}

function readAfterwards(storage: KeyValue): Afterwards {
  try {
    return JSON.parse(storage.getItem(KEY) ?? '{}') as Afterwards;
  } catch {
    return {};
  }
}

function writeAfterwards(storage: KeyValue, afterwards: Afterwards): void {
  try {
    storage.setItem(KEY, JSON.stringify(afterwards));
  } catch {
    // Without storage the status stays as it is: the message matters more.
  }
}
