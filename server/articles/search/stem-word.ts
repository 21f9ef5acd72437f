import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';

const CYRILLIC = /^[а-я]+$/;
const LATIN = /^[a-z]+$/;

/** The stem of a folded word, by its script; words with digits or of other scripts stay as they are. */
export function stemWord(form: string): string {
  if (form.length < 3) return form;
  if (CYRILLIC.test(form)) return stemRussian(form);
  if (LATIN.test(form)) return stemEnglish(form);
  return form;
}

const NOMINAL = /(?:изирован|ирован|ован|еван|ыван|иван|енн|анн|янн|ен|ан|ян|ировк|ац|ци|ств|ек|ок|ьк|к)$/;
const VERBAL = /(?:изирова|ирова|ова|ева|ыва|ива|ава|а|я|е|и|ну)$/;
const MIN_ROOT = 4;

/**
 * What a noun and its verb have in common: настройк-, настро-, подключен-, подключ-; кошелек-, кошельк-. Coarser than a stem, so a match
 * by root counts for less than one by stem. English stems are already that coarse.
 */
export function rootOfStem(stem: string): string {
  if (stem.length <= MIN_ROOT || !CYRILLIC.test(stem)) return stem;
  let root = shorten(shorten(stem, NOMINAL), VERBAL);
  root = shorten(root, /(?<=[бпвмф])л$/);
  root = shorten(shorten(root, /[оеа]в$/), /[нй]$/);
  return root.replace(/жд$/, 'д').replace(/ж$/, 'з').replace(/ч$/, 'т').replace(/щ$/, 'ст');
}

function shorten(word: string, ending: RegExp): string {
  const shorter = word.replace(ending, '');
  return shorter.length >= MIN_ROOT ? shorter : word;
}
