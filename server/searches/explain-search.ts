import type { Locale, ReaderRole } from '@beseda/shared/domain/words';
import type { SearchExplanation } from '@beseda/shared/protocol/search-explanation';
import type { Reader } from '../articles/may-read';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';

const EXPLAINED = 10;

interface ExplainInput {
  q: string;
  locale: Locale;
  route?: string;
  /** Who is supposed to search; `plan` and `role` are those of staff. */
  as: Reader['is'];
  plan?: string;
  role: ReaderRole;
}

/** Why a query finds what it finds, for readers of any kind. Counts nowhere as a search. Refuses with `forbidden`. */
export function explainSearch(
  { actor, articles }: Context,
  { as, plan, role, route, ...input }: ExplainInput,
): SearchExplanation {
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const reader: Reader = as === 'staff' ? { is: as, plan: plan || null, role } : { is: as };
  return articles.explain(reader, { ...input, limit: EXPLAINED, ...(route && { route }) });
}
