import { splitWords } from '../articles/search/split-words';
import { stemWord } from '../articles/search/stem-word';
import { isSmallTalk, isStopWord } from '../articles/search/stop-words';

const MOST_WORDS = 12;
const MASK = /\[(?:email|…)\]/g;

/** What queries of the same words have in common, whatever their order and forms; empty for small talk and for nothing. */
export function keyOfQuery(query: string): string {
  const forms = splitWords(query.replace(MASK, ' '), 100).map(({ form }) => form);
  if (isSmallTalk(forms)) return '';
  const telling = forms.filter((form) => !isStopWord(form));
  const stems = (telling.length > 0 ? telling : forms).map(stemWord);
  return [...new Set(stems)].slice(0, MOST_WORDS).sort().join(' ');
}
