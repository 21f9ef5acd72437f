import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  recent: 'Вы недавно искали',
  forget: 'Очистить',
  hint: 'Ищите словами вопроса: падежи, опечатки и раскладка не важны.',
  count: 'Нашлось статей: {count}',
  nothing: 'По запросу ничего не нашлось.',
  meant: 'Возможно, вы искали',
  section: 'Раздел',
  everywhere: 'Все разделы ({count})',
  more: 'Показать ещё',
  closest: 'Самое близкое из того, что есть',
  unanswered: 'Не нашли ответа?',
  ask: 'Задать вопрос',
};
type SearchTexts = typeof ru;
const en: SearchTexts = {
  recent: 'You searched for',
  forget: 'Clear',
  hint: 'Use the words of your question: their forms, misspellings and the keyboard layout do not matter.',
  count: 'Articles found: {count}',
  nothing: 'Nothing was found for this.',
  meant: 'Did you mean',
  section: 'Section',
  everywhere: 'All sections ({count})',
  more: 'Show more',
  closest: 'The closest there is',
  unanswered: 'Not answered?',
  ask: 'Ask a question',
};

export const searchTexts = (locale: Locale): SearchTexts => (locale === 'ru' ? ru : en);
