import type { IndexView } from './article-index';
import type { ResolvedQuery } from './resolve-query';
import { splitWords } from './split-words';
import { termOfEntry, withPrefix } from './vocabulary';

/** The question as it was probably meant, where words were repaired or another keyboard layout was on; null where it is as typed. */
export function correctQuery(resolved: ResolvedQuery, typed: string): string | null {
  const spellings = new Map(resolved.words.map(({ form, spelling }) => [form, spelling]));
  let corrected = '';
  let at = 0;
  for (const { form, start, end } of splitWords(resolved.text)) {
    corrected += resolved.text.slice(at, start) + (spellings.get(form) ?? resolved.text.slice(start, end));
    at = end;
  }
  corrected += resolved.text.slice(at);
  return sameWords(corrected, typed) ? null : corrected.trim();
}

/** An apostrophe or a blank more is no other question. */
function sameWords(one: string, other: string): boolean {
  const letters = (text: string) =>
    splitWords(text)
      .map(({ form }) => form)
      .join('');
  return letters(one) === letters(other);
}

/** How a term is written in what the view reads: the given word, if it stands there, or else its most frequent form. */
export function spellTerm(view: IndexView, term: number, word: string): string {
  const { idOfForm, sortedForms, terms } = view.index.vocabulary;
  if (view.formCounts[idOfForm.get(word) ?? -1]) return word;
  const stem = terms[term] ?? '';
  let best = word;
  let most = 0;
  for (const form of withPrefix(sortedForms, stem.slice(0, Math.max(1, stem.length - 1)))) {
    const id = idOfForm.get(form) ?? 0;
    const count = termOfEntry(view, id) === term ? (view.formCounts[id] ?? 0) : 0;
    if (count > most) [best, most] = [form, count];
  }
  return best;
}
