import type { IndexView } from './article-index';
import { rootOfStem, stemWord } from './stem-word';
import { isSmallTalk, isStopWord, spokenInLatin } from './stop-words';
import { idOfWord, idsOfRoot, idsOfSkeleton } from './vocabulary';
import { skeletonOf, writeInCyrillic } from './write-in-latin';

/** A word as it is to be looked up; `ids` are terms that a romanised word stands for. */
export type SpokenWord = { readonly form: string; readonly stop: boolean; readonly ids: readonly number[] };

const LATIN = /^[a-z'4]+$/;

/** Finds the Russian words among Latin ones ("kak vyvesti dengi"). Latin words that the articles know stay. */
export function readTransliteration(view: IndexView, forms: readonly string[]): SpokenWord[] {
  const readings = forms.map((form) => readWord(view, form));
  let latin = 0;
  let russian = 0;
  for (const [i, form] of forms.entries()) {
    if (!LATIN.test(form)) continue;
    latin += form.length;
    if (readings[i] !== undefined && !isKnownWord(view, form)) russian += form.length;
  }
  const romanised = russian > 0 && russian * 3 >= latin;
  return forms.map((form, i) => {
    const reading = readings[i];
    const known = isKnownWord(view, form);
    if (LATIN.test(form) && romanised && reading === undefined && !known) {
      return { form: writeInCyrillic(form), stop: false, ids: [] };
    }
    const own = { form, stop: isStop(view, form), ids: [] };
    if (reading === undefined || (known && !romanised)) return own;
    if (!known) return reading;
    const id = idOfWord(view, form);
    return reading.stop
      ? reading
      : { form, stop: own.stop, ids: id === undefined ? reading.ids : [id, ...reading.ids] };
  });
}

/** Whether a word carries a sentence and not its subject: anywhere, or by the rules here. */
export function isStop({ rules }: IndexView, form: string): boolean {
  return isStopWord(form) || (rules.stopWords.size > 0 && rules.stopWords.has(stemWord(form)));
}

/** Whether a word means something as it is typed: to the articles, or as a stop word or courtesy. */
export function isKnownWord(view: IndexView, form: string): boolean {
  return idOfWord(view, form) !== undefined || isStop(view, form) || isSmallTalk([form]);
}

function readWord(view: IndexView, form: string): SpokenWord | undefined {
  const { terms } = view.index.vocabulary;
  if (!LATIN.test(form) || !view.russian) return undefined;
  const courtesy = spokenInLatin(skeletonOf(form));
  if (courtesy !== undefined) return { form: courtesy, stop: isStopWord(courtesy), ids: [] };
  if (form.length < 2) return undefined;
  for (const spelling of form.includes('j') ? [form, form.replaceAll('j', 'zh')] : [form]) {
    const written = writeInCyrillic(spelling);
    const stem = stemWord(written);
    const ids =
      idsOfSkeleton(view, skeletonOf(spelling)) ??
      idsOfSkeleton(view, skeletonOf(stem)) ??
      (stem.length > 4 ? idsOfRoot(view, rootOfStem(stem)) : []);
    if (ids.length === 0) continue;
    const exact = idOfWord(view, written);
    return { form: exact === undefined ? (terms[ids[0] ?? 0] ?? written) : written, stop: false, ids };
  }
  return undefined;
}

/** Whether a Latin word is a Russian one in disguise. Two letters tell too little, unless they are a stop word. */
export function isRomanised(view: IndexView, form: string): boolean {
  const reading = readWord(view, form);
  return reading !== undefined && (reading.ids.length === 0 || form.length > 2);
}
