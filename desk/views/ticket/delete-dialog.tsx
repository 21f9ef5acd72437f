import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useActions, useDesk, useTexts } from '../contexts';
import { Dialog } from '../dialog';

/** Asks once more before a ticket goes for good; there is no way back. */
export function DeleteDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const { texts } = useTexts();
  const { http, queue } = useDesk();
  const actions = useActions();
  const [code, setCode] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const title = texts.deleting.title(number);

  async function remove(): Promise<void> {
    setBusy(true);
    const ack = await http('DELETE', `/tickets/${number}`);
    setBusy(false);
    if (!ack.ok) return setCode(ack.code);
    onClose();
    actions.close();
    void queue.refresh();
  }

  return (
    <Dialog label={title} onClose={onClose}>
      <h2>{title}</h2>
      <p>{texts.deleting.what}</p>
      <p class="refused" role="alert">
        {code && texts.error(code)}
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.cancel}
        </button>
        <button type="button" class="button danger" disabled={busy} onClick={() => void remove()}>
          {texts.deleting.forGood}
        </button>
      </div>
    </Dialog>
  );
}
