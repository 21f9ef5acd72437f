import type { ArticleFile } from '@beseda/shared/protocol/knowledge';
import type { Ack } from '@beseda/shared/protocol/socket';
import { useRef, useState } from 'preact/hooks';
import { type Sending, sendFiles } from '../../../../model/writing/send-files';
import { DESK_HEADERS } from '../../../../start/headers';

/** A file on its way into the article. `failed`: why it did not arrive. */
export interface Uploading {
  id: number;
  file: File;
  percent: number;
  failed: Extract<Ack<never>, { ok: false }> | null;
}

type OnStored = (file: ArticleFile) => void;

export interface Uploads {
  list: readonly Uploading[];
  /** `onStored` gets the file that has arrived; `onDropped` is called when it is given up. */
  add(files: readonly File[], onStored: OnStored, onDropped?: () => void): void;
  retry(id: number): void;
  drop(id: number): void;
}

export function useUploads(): Uploads {
  const [list, setList] = useState<readonly Uploading[]>([]);
  const running = useRef(
    new Map<
      number,
      { upload: Sending<ArticleFile>; onStored: OnStored; onDropped: (() => void) | undefined }
    >(),
  );
  const last = useRef(0);
  const change = (id: number, patch: Partial<Uploading>) =>
    setList((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  const remove = (id: number) => setList((before) => before.filter((one) => one.id !== id));

  function start(id: number, file: File, onStored: OnStored, onDropped?: () => void): void {
    const upload = sendFiles<ArticleFile>('/kb/files', [file], DESK_HEADERS, (percent) =>
      change(id, { percent }),
    );
    running.current.set(id, { upload, onStored, onDropped });
    void upload.done.then((ack) => {
      if (!ack.ok) return change(id, { failed: ack });
      remove(id);
      onStored(ack.data);
    });
  }

  return {
    list,
    add(files, onStored, onDropped) {
      for (const file of files) {
        const id = ++last.current;
        setList((before) => [...before, { id, file, percent: 0, failed: null }]);
        start(id, file, onStored, onDropped);
      }
    },
    retry(id) {
      const one = list.find((other) => other.id === id);
      const known = running.current.get(id);
      if (!one || !known) return;
      change(id, { percent: 0, failed: null });
      start(id, one.file, known.onStored, known.onDropped);
    },
    drop(id) {
      const known = running.current.get(id);
      known?.upload.cancel();
      remove(id);
      known?.onDropped?.();
    },
  };
}
