import type { DraftText } from '@beseda/shared/protocol/kb';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { loadDraft } from './load-manuscript';
import type { ManuscriptKey } from './manuscript-key';
import { conflict } from './save-draft';

/** What is done to a draft is done to the one that was seen: `revision` when it is told. */
export type DraftInput = ManuscriptKey & { revision?: number };

/** The draft, locked. Refuses with `not_found`; with `draft_conflict` when it is not the one that was seen. */
export async function lockDraft(tx: Transaction, input: DraftInput): Promise<DraftText> {
  const draft = await loadDraft(tx, input, { lock: true });
  if (draft && (input.revision ?? draft.revision) === draft.revision) return draft;
  if (input.revision === undefined) throw notFound();
  throw await conflict(tx, input, draft);
}
