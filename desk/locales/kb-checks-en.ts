import type { KbChecksTexts } from './kb-checks-ru';

export const kbChecksEn: KbChecksTexts = {
  choice: 'What to check',
  kind: (name, count) => `${name}: ${count}`,
  kinds: {
    stale: 'Due to be checked',
    review: 'Waiting for a review',
    behind: 'Translation behind its original',
    untranslated: 'Not translated',
    links: 'Links and files that do not open',
  },
  none: {
    stale: 'No article is due to be checked',
    review: 'Nothing waits for a review',
    behind: 'All translations follow their originals',
    untranslated: 'All articles are translated',
    links: 'All links and files of articles are in place',
  },
  problems: {
    missing: 'there is no such article',
    unpublished: 'the article is not published',
    narrower: 'not everybody who reads this article may read that one',
    anchor: 'there is no such heading',
    file: 'the file is missing',
  },
  owner: 'Owner',
  allOwners: 'all',
  nobody: 'No owner',
  about: {
    stale: ({ checkBy, since }) =>
      checkBy ? `Was to be checked by ${since}` : `Has not changed since ${since}`,
    review: ({ since }) => `Waiting since ${since}`,
    behind: ({ since }) => `The original changed on ${since}`,
    untranslated: (_row, locale) => (locale === 'ru' ? 'Not in Russian' : 'Not in English'),
    links: ({ since }) => `Published on ${since}`,
  },
  checked: 'Checked',
  done: (date) => `To be checked again by ${date}`,
};
