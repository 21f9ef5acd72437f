import type { insertRu } from './insert-ru';

export const insertEn: typeof insertRu = {
  button: 'Insert an article',
  hint: 'Insert an article ( / at the start of a line)',
  label: 'An article for the answer',
  search: 'What to look for',
  keys: 'Enter inserts the link, Esc closes',
  insertPassage: 'Insert the text',
  open: 'Open',
  unreadable: 'closed to the customer',
  warning: 'The customer cannot open this article: it is not for them.',
  anyway: 'Insert it all the same',
  nothing: 'Nothing was found.',
  failed: 'It could not be loaded.',
  suggested: 'Articles for the answer',
  noneSuggested: 'Nothing fits the text of the request.',
  inserted: (title) => `Inserted: ${title}`,
  fates: { shown: 'shown already', opened: 'the customer opened it', refused: 'did not help' },
};

export const evidenceEn = (searched: number, shown: number, opened: number, refused: number) =>
  [
    ...(searched > 0 ? [`${searched} searched`] : []),
    ...(shown > 0 ? [`${shown} shown`] : []),
    ...(opened > 0 ? [`${opened} opened`] : []),
    ...(refused > 0 ? [`${refused} did not help`] : []),
  ].join(' · ');
