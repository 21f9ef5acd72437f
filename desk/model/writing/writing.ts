import { type Clock, systemClock } from '@beseda/shared/client/clock';
import type { Http } from '@beseda/shared/client/http';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { DraftConflict, Manuscript } from '@beseda/shared/protocol/kb';
import type { Fields, LocalCopies } from './local-copy';

/**
 * `unsaved`: about to be sent; `offline`: nobody answers, it is tried again; `refused`: the server did not take it as it
 * stands; `conflict`: somebody else has saved meanwhile, and it is for the writer to say what stays.
 */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';

export interface WritingState {
  fields: Fields;
  saving: Saving;
  /** The server's revision that this stands upon; 0: no draft yet. */
  revision: number;
  /** Why it was refused, and which field. */
  problem: { code: ErrorCode; field: string | undefined } | null;
  /** What the server has, while `saving` is `conflict`. */
  theirs: DraftConflict | null;
  /** What was given up for the other's text: it can be had back. */
  kept: Fields | null;
  /** Whether what is shown was left over from another visit. */
  resumed: boolean;
  /** Whether this browser keeps what is typed until it is saved. */
  keeps: boolean;
}

/** An article that is being written: nothing that was typed is lost, whatever happens to the line, the tab or the server. */
export interface Writing {
  state: Value<WritingState>;
  change(patch: Partial<Fields>): void;
  /** Sends what is not saved, now; answers whether everything is. */
  save(): Promise<boolean>;
  /** Ends a conflict: with these fields, upon what the server has. The others' text or one's own stays in `kept`. */
  settle(fields: Fields): void;
  /** Puts back what was given up. */
  takeBack(): void;
  /** Tries again at once: the line is there. */
  wake(): void;
  stop(): void;
}

const QUIET_MS = 800;
const RETRY_MS = 5_000;

function fieldsOf({ draft, published, locale: _locale }: Manuscript, author: string): Fields {
  const from = draft ?? published;
  return {
    title: from?.title ?? '',
    slug: from?.slug ?? null,
    sectionNumber: from?.sectionNumber ?? null,
    keywords: from?.keywords ?? [],
    routes: from?.routes ?? [],
    visibility: from?.visibility ?? 'public',
    plans: from?.plans ?? [],
    roles: from?.roles ?? [],
    author: from?.author ?? author,
    body: from?.body ?? '',
  };
}

export function startWriting(options: {
  http: Http;
  manuscript: Manuscript;
  /** Who writes: the author of a new text. */
  author: string;
  copies: LocalCopies;
  clock?: Clock;
}): Writing {
  const { http, manuscript, author, copies, clock = systemClock } = options;
  const path = `/kb/articles/${manuscript.number}/${manuscript.locale}/draft`;
  const state = createValue<WritingState>(open(manuscript, author, copies));
  let running: Promise<void> | null = null;
  let cancel = () => {};
  let stopped = false;

  const set = (patch: Partial<WritingState>) => state.set({ ...state.get(), ...patch });
  const later = (ms: number) => {
    cancel();
    if (!stopped) cancel = clock.after(ms, () => void send());
  };
  const keep = () => {
    const { fields, revision } = state.get();
    set({ keeps: copies.write({ fields, revision, at: new Date(clock.now()).toISOString() }) });
  };

  function send(): Promise<void> {
    cancel();
    running ??= put().finally(() => {
      running = null;
    });
    return running;
  }

  async function put(): Promise<void> {
    const { fields, revision, saving } = state.get();
    if (saving === 'saved' || saving === 'conflict') return;
    set({ saving: 'saving', problem: null });
    const ack = await http<{ revision: number }>('PUT', path, { revision, ...fields });
    if (ack.ok) return confirm(fields, ack.data.revision);
    if (ack.code === 'draft_conflict') {
      set({ saving: 'conflict', theirs: (ack.details ?? null) as unknown as DraftConflict | null });
    } else if (ack.code === 'unavailable' || ack.code === 'internal' || ack.code === 'too_many_requests') {
      set({ saving: 'offline' });
      later(RETRY_MS);
    } else {
      set({ saving: 'refused', problem: { code: ack.code, field: ack.field } });
    }
  }

  function confirm(sent: Fields, revision: number): void {
    const isAll = state.get().fields === sent;
    set({ revision, saving: isAll ? 'saved' : 'unsaved', resumed: false });
    if (isAll) return copies.clear();
    keep();
    later(QUIET_MS);
  }

  function write(fields: Fields, patch: Partial<WritingState> = {}): void {
    const before = state.get();
    set({ ...patch, fields, saving: before.saving === 'conflict' && !patch.saving ? 'conflict' : 'unsaved' });
    keep();
    later(QUIET_MS);
  }

  if (state.get().saving === 'unsaved') later(QUIET_MS);

  return {
    state,
    change: (patch) => write({ ...state.get().fields, ...patch }),
    async save() {
      await running;
      await send();
      return state.get().saving === 'saved';
    },
    settle(fields) {
      const { theirs, fields: mine } = state.get();
      const revision = theirs?.draft?.revision ?? 0;
      const other = theirs?.draft ? pick(theirs.draft) : null;
      const kept = fields === mine ? other : mine;
      write(fields, { revision, theirs: null, kept, saving: 'unsaved' });
    },
    takeBack() {
      const { kept, fields } = state.get();
      if (kept) write(kept, { kept: fields });
    },
    wake() {
      if (state.get().saving === 'offline') void send();
    },
    stop() {
      stopped = true;
      cancel();
      if (state.get().saving !== 'saved' && state.get().saving !== 'conflict') void send();
    },
  };
}

/** What is shown at first: what the server has, or what this browser kept and the server does not know. */
function open(manuscript: Manuscript, author: string, copies: LocalCopies): WritingState {
  const fields = fieldsOf(manuscript, author);
  const revision = manuscript.draft?.revision ?? 0;
  const fresh = { fields, revision, problem: null, theirs: null, kept: null, resumed: false, keeps: true };
  const copy = copies.read();
  if (!copy || JSON.stringify(copy.fields) === JSON.stringify(fields)) return { ...fresh, saving: 'saved' };
  const left = { ...fresh, fields: copy.fields, resumed: true };
  if (copy.revision === revision) return { ...left, saving: 'unsaved' };
  const theirs = { draft: manuscript.draft, version: manuscript.published?.version ?? null };
  return { ...left, saving: 'conflict', theirs };
}

function pick(given: Fields): Fields {
  const { title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body } = given;
  return { title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body };
}
