import type { ImportSource, TransferReport } from '@beseda/shared/protocol/article-transfer';
import type { Ack } from '@beseda/shared/protocol/socket';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Sending, sendFiles } from '../../../model/writing/send-files';
import { DESK_HEADERS } from '../../../start/headers';

export interface ImportChoice {
  files: readonly File[];
  from: ImportSource | 'auto';
  force: boolean;
  download: boolean;
}

/** How far it is. `percent` is of the sending; at 100 the server works. */
export type ImportState =
  | { kind: 'choosing' }
  | { kind: 'sending'; dryRun: boolean; percent: number }
  | { kind: 'failed'; dryRun: boolean; why: Extract<Ack<never>, { ok: false }> }
  | { kind: 'told'; report: TransferReport };

/** Files that are tried and then taken in. A change of the choice makes an earlier trial void. */
export function useImport() {
  const [choice, setChoice] = useState<ImportChoice>({
    files: [],
    from: 'auto',
    force: false,
    download: false,
  });
  const [state, setState] = useState<ImportState>({ kind: 'choosing' });
  const sending = useRef<Sending<TransferReport> | null>(null);
  const stop = () => {
    sending.current?.cancel();
    sending.current = null;
  };
  useEffect(() => stop, []);

  async function send(dryRun: boolean): Promise<void> {
    stop();
    setState({ kind: 'sending', dryRun, percent: 0 });
    const { files, from, force, download } = choice;
    const query = new URLSearchParams({ from, dryRun: String(dryRun) });
    if (force && from !== 'folder') query.set('force', 'true');
    if (download) query.set('download', 'true');
    const own = sendFiles<TransferReport>(`/kb/import?${query}`, files, DESK_HEADERS, (percent) =>
      setState({ kind: 'sending', dryRun, percent }),
    );
    sending.current = own;
    const ack = await own.done;
    if (sending.current !== own) return;
    sending.current = null;
    setState(ack.ok ? { kind: 'told', report: ack.data } : { kind: 'failed', dryRun, why: ack });
  }

  return {
    choice,
    state,
    choose(patch: Partial<ImportChoice>) {
      stop();
      setChoice((before) => ({ ...before, ...patch }));
      setState({ kind: 'choosing' });
    },
    send: (dryRun: boolean) => void send(dryRun),
    cancel() {
      stop();
      setState({ kind: 'choosing' });
    },
  };
}
export type Import = ReturnType<typeof useImport>;
