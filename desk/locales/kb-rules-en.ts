import type { KbRulesTexts } from './kb-rules-ru';

export const kbRulesEn: KbRulesTexts = {
  title: 'Search rules',
  about:
    'They hold at once on the pages, in the widget and in suggestions. Forms of words are recognised by themselves.',
  language: 'Language',
  languages: { ru: 'Russian', en: 'English' },
  synonyms: 'Synonyms',
  synonymsHint:
    'One group in a line, with commas: refund, money back, return. One way with an arrow: “bonus => accrual” looks for accruals when asked for a bonus, and not the other way round',
  stopWords: 'Stop words',
  stopWordsHint: 'Words that say nothing in this knowledge base, one in a line',
  pins: 'Pinned results',
  pinsHint:
    'Query = numbers of articles: close the month = 301, 305. Order and forms of the words do not matter',
  shipped: 'Built-in synonyms',
  shippedHint: 'Clear the mark of a group that is in the way here.',
  test: 'Try a query',
  testHint: 'What these rules would find, before they are saved',
  now: 'Now',
  later: 'Then',
  nothing: 'Nothing found',
  save: 'Save',
  saved: 'Saved, and in force',
  conflict: 'Somebody has changed the rules. Copy yours and open them anew',
  unread: (line) => `Cannot read the line “${line}”: it takes “query = numbers”`,
  problems: {
    lonely: (what) => `The group “${what}” has no second word: a synonym of nothing`,
    empty_pin: (what) => `The pinned query “${what}” has no words or no articles`,
    unknown_article: (what) => `There is no article ${what} in this language`,
    twice: (what) => `“${what}” stands in several groups: words of all of them are found`,
    stop_synonym: (what) => `“${what}” is a stop word and a synonym: it hardly counts in a search`,
  },
};
