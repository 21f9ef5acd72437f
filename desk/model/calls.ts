import type { Connection } from '@beseda/shared/client/connect';
import type { Http } from '@beseda/shared/client/http';
import { createValue, type Value } from '@beseda/shared/client/value';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Priority, TicketType } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { CallBack, CallCard, Caller } from '@beseda/shared/protocol/http';
import type { KeyValue } from './preferences';

/** What an agent writes down while they talk. Kept until it is stored as a ticket or thrown away. */
export interface CallDraft {
  clientId: string;
  callId: string | null;
  /** What was searched for: code, number, name. */
  query: string;
  caller: Caller | null;
  /** An existing ticket that the call is about. */
  number: number | null;
  text: string;
  answer: string;
  note: string;
  type: TicketType | null;
  priority: Priority;
  solved: boolean;
  callBack: { number: string; dueAt: string; note: string } | null;
}

/** `ok`: the ticket's number. */
export type SavedCall = { ok: true; number: number } | { ok: false; code: ErrorCode };

export interface Calls {
  /** Calls that go on, the latest first. */
  ringing: Value<readonly CallCard[]>;
  /** Calls that were promised, the earliest first. */
  promised: Value<readonly CallBack[]>;
  draft: Value<CallDraft>;
  write(changes: Partial<CallDraft>): void;
  /** Takes who calls from a card, unless somebody is being written down already. */
  take(card: CallCard): void;
  dismiss(callId: string): void;
  /** Null: not reached. */
  find(query: string): Promise<readonly Caller[] | null>;
  save(): Promise<SavedCall>;
  discard(): void;
  /** Whether the change was stored. */
  finish(id: string, done: boolean): Promise<boolean>;
  stop(): void;
}

const OVER: readonly CallCard['state'][] = ['ended', 'missed'];

export function createCalls(options: {
  connection: Connection;
  http: Http;
  storage: KeyValue;
  agentId: string;
}): Calls {
  const { connection, http, storage, agentId } = options;
  const key = `beseda call ${agentId}`;
  const ringing = createValue<readonly CallCard[]>([]);
  const promised = createValue<readonly CallBack[]>([]);
  const draft = createValue<CallDraft>(readDraft(storage.getItem(key)));

  function set(next: CallDraft): void {
    draft.set(next);
    storage.setItem(key, JSON.stringify(next));
  }

  function hear(card: CallCard): void {
    const others = ringing.get().filter(({ id }) => id !== card.id);
    ringing.set(OVER.includes(card.state) ? others : [card, ...others]);
  }

  async function loadPromised(): Promise<void> {
    const ack = await http<{ results: CallBack[] }>('GET', '/desk/call-backs');
    if (ack.ok) promised.set(ack.data.results);
  }

  const stops = [
    connection.on('call:changed', hear),
    connection.on('call-backs:changed', () => void loadPromised()),
    connection.state.subscribe(({ kind }) => kind === 'online' && void loadPromised()),
  ];

  return {
    ringing,
    promised,
    draft,
    write: (changes) => set({ ...draft.get(), ...changes }),
    take(card) {
      const { text, caller } = draft.get();
      const base = text || caller ? draft.get() : emptyDraft();
      const only = card.callers.length === 1 ? (card.callers[0] ?? null) : null;
      set({ ...base, callId: card.id, query: card.number, caller: base.caller ?? only });
    },
    dismiss: (callId) => ringing.set(ringing.get().filter(({ id }) => id !== callId)),
    async find(query) {
      const ack = await http<{ results: Caller[] }>('POST', '/desk/callers', { q: query });
      return ack.ok ? ack.data.results : null;
    },
    async save() {
      const ack = await http<{ number: number }>('POST', '/desk/calls', bodyOf(draft.get()));
      if (!ack.ok) return { ok: false, code: ack.code };
      set(emptyDraft());
      return { ok: true, number: ack.data.number };
    },
    discard: () => set(emptyDraft()),
    finish: async (id, done) => (await http('PATCH', `/desk/call-backs/${id}`, { done })).ok,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function emptyDraft(): CallDraft {
  return {
    clientId: uuidv7(),
    callId: null,
    query: '',
    caller: null,
    number: null,
    text: '',
    answer: '',
    note: '',
    type: null,
    priority: 'normal',
    solved: false,
    callBack: null,
  };
}

function readDraft(stored: string | null): CallDraft {
  try {
    return { ...emptyDraft(), ...(JSON.parse(stored ?? '{}') as Partial<CallDraft>) };
  } catch {
    return emptyDraft();
  }
}

/** The form as the server takes it: what is empty is left out. */
function bodyOf({ caller, callId, number, callBack, ...draft }: CallDraft): object {
  const { clientId, text, answer, note, type, priority, solved } = draft;
  return {
    clientId,
    personId: caller?.person.id,
    text,
    ...(answer.trim() && { answer }),
    ...(note.trim() && { note }),
    ...(number !== null && { number }),
    ...(type && { type }),
    ...(priority !== 'normal' && { priority }),
    ...(solved && { solved }),
    ...(caller?.codeId && { codeId: caller.codeId }),
    ...(callId && { callId }),
    ...(callBack && {
      callBack: {
        number: callBack.number,
        dueAt: new Date(callBack.dueAt).toISOString(),
        ...(callBack.note.trim() && { note: callBack.note }),
      },
    }),
  };
}
