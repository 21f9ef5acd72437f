import { type Clock, systemClock } from '@beseda/shared/client/clock';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { TicketPatch } from '@beseda/shared/protocol/socket';

/** What has just happened, for a line at the edge of the screen; the texts are the views'. */
export type NoticeContent =
  | { kind: 'changed'; number: number; patch: TicketPatch; assigneeName: string | null }
  /** Called solved; the company is asked whether it is. */
  | { kind: 'proposed'; number: number }
  | { kind: 'split' | 'unsplit' | 'merged' | 'unmerged'; number: number; other: number }
  | { kind: 'failed'; number: number; code: ErrorCode };
export type Notice = NoticeContent & { id: number; undo?: () => void; retry?: () => void };

export interface Notices {
  shown: Value<readonly Notice[]>;
  /** Answers the notice's id. */
  show(notice: NoticeContent & Pick<Notice, 'undo' | 'retry'>): number;
  /** Answers whether it was still to be seen. */
  dismiss(id: number): boolean;
  /** Takes back the latest change that still can be; false when there is none. */
  undoLast(): boolean;
}

const SHOWN_MS = 8000;
const SHOWN_AT_ONCE = 3;

export function createNotices(clock: Clock = systemClock): Notices {
  const shown = createValue<readonly Notice[]>([]);
  let lastId = 0;
  const dismiss = (id: number) => {
    const before = shown.get();
    const left = before.filter((notice) => notice.id !== id);
    shown.set(left);
    return left.length < before.length;
  };
  return {
    shown,
    show(content) {
      const notice: Notice = { ...content, id: ++lastId };
      shown.set([...shown.get(), notice].slice(-SHOWN_AT_ONCE));
      clock.after(SHOWN_MS, () => dismiss(notice.id));
      return notice.id;
    },
    dismiss,
    undoLast() {
      const last = shown.get().findLast((notice) => notice.undo);
      if (!last) return false;
      dismiss(last.id);
      last.undo?.();
      return true;
    },
  };
}
