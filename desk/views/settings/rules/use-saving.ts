import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Ack } from '@beseda/shared/protocol/socket';
import { useState } from 'preact/hooks';

export interface Saving {
  busy: boolean;
  said: 'saved' | 'undone' | null;
  problem: { code: ErrorCode; field: string | null } | null;
  /** Takes the last change back; null: there is none. */
  undo: (() => void) | null;
}

/** Stores a change by `send`, and can take it back. */
export function useSaving<Card>(options: {
  send: (patch: object) => Promise<Ack<Card>>;
  onSaved: (card: Card) => void;
}): { saving: Saving; save: (patch: object, before: object | null) => Promise<void>; forget: () => void } {
  const { onSaved } = options;
  const [state, setState] = useState<Omit<Saving, 'undo'> & { before: object | null }>({
    busy: false,
    said: null,
    problem: null,
    before: null,
  });

  async function send(patch: object, before: object | null, said: 'saved' | 'undone'): Promise<void> {
    setState({ busy: true, said: null, problem: null, before: null });
    const ack = await options.send(patch);
    const problem = ack.ok ? null : { code: ack.code, field: ack.field ?? null };
    setState({ busy: false, said: ack.ok ? said : null, problem, before: ack.ok ? before : null });
    if (ack.ok) onSaved(ack.data);
  }

  const { before, ...shown } = state;
  return {
    saving: { ...shown, undo: before && (() => void send(before, null, 'undone')) },
    save: (patch, earlier) => send(patch, earlier, 'saved'),
    forget: () =>
      setState((known) => (known.busy ? known : { busy: false, said: null, problem: null, before: null })),
  };
}
