import type { ArticleIndex, IndexView } from './article-index';
import { endSlice, isFull, type Pace, startPace } from './keep-pace';
import type { CompiledRules } from './search-rules';

/** Looking up a form costs about as much as reading this many known words. */
const WORK_OF_FORM = 0.02;

/** The view of those who may read these articles, given by number, by rules of search. Gives way to other work as the build does. */
export async function openView(
  index: ArticleIndex,
  rules: CompiledRules,
  mayRead: (articleNumber: number) => boolean = () => true,
): Promise<IndexView> {
  const { articles, terms, vocabulary } = index;
  const readable = new Uint8Array(articles.length);
  const termCounts = new Uint32Array(vocabulary.terms.length);
  const formCounts = new Uint32Array(vocabulary.forms.length);
  const pace = startPace();
  let total = 0;
  let bodyWords = 0;
  for (const [position, { forms, own, body }] of terms.entries()) {
    if (!mayRead(articles[position]?.number ?? -1)) continue;
    readable[position] = 1;
    total++;
    bodyWords += body.length;
    for (const form of forms) formCounts[form] = (formCounts[form] ?? 0) + 1;
    for (const term of own) termCounts[term] = (termCounts[term] ?? 0) + 1;
    if (isFull(pace, forms.length * WORK_OF_FORM)) await endSlice(pace);
  }
  const letters = await readLetters(vocabulary.forms, formCounts, pace);
  const averageBodyLength = Math.max(1, bodyWords / Math.max(1, total));
  return { index, rules, readable, total, averageBodyLength, termCounts, formCounts, ...letters };
}

async function readLetters(
  forms: readonly string[],
  counts: Uint32Array,
  pace: Pace,
): Promise<Pick<IndexView, 'letterPairs' | 'russian'>> {
  const letterPairs = new Set<string>();
  let russian = false;
  for (const [id, form] of forms.entries()) {
    if (counts[id] === 0) continue;
    for (let i = 1; i < form.length; i++) letterPairs.add(form.slice(i - 1, i + 1));
    russian ||= /^[а-я]{2,}$/.test(form);
    if (isFull(pace, 1)) await endSlice(pace);
  }
  return { letterPairs, russian };
}
