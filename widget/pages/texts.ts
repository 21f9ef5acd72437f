import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  centre: 'Центр поддержки',
  requests: 'Мои обращения',
  skip: 'К содержанию страницы',
  home: 'Центр поддержки, на главную',
  path: 'Вы здесь',
  sections: 'Разделы базы знаний',
  language: 'Язык',
  question: 'Чем помочь?',
  lead: 'Ответы на вопросы о работе системы — в любое время суток. Если ответа здесь нет, напишите нам.',
  search: 'Поиск по базе знаний',
  find: 'Найти',
  found: 'Результаты поиска',
  foundFor: 'По запросу «{query}»',
  nothing: 'По запросу «{query}» ничего не нашлось',
  nothingAdvice: 'Попробуйте описать вопрос другими словами или посмотрите разделы базы знаний.',
  emptyQuery: 'Напишите, что вы хотите найти.',
  noArticles: 'Статей пока нет.',
  author: 'Автор',
  posted: 'Опубликована',
  updated: 'Обновлена',
  staffOnly: 'Только для сотрудников компании',
  helpful: 'Была ли эта статья Вам полезна?',
  yes: 'Да',
  no: 'Нет',
  thanksYes: 'Спасибо за отзыв. Рады, что статья помогла.',
  thanksNo: 'Спасибо за отзыв. Если вопрос остался, напишите нам: ответит сотрудник поддержки.',
  missing: 'Такой страницы нет',
  missingAdvice: 'Возможно, её перенесли или ссылка неточна. Поиск поможет найти нужное.',
};

const en: typeof ru = {
  centre: 'Support centre',
  requests: 'My requests',
  skip: 'Skip to the content',
  home: 'Support centre, home page',
  path: 'You are here',
  sections: 'Sections of the knowledge base',
  language: 'Language',
  question: 'How can we help?',
  lead: 'Answers about working with the system, around the clock. If yours is not here, write to us.',
  search: 'Search the knowledge base',
  find: 'Search',
  found: 'Search results',
  foundFor: 'For “{query}”',
  nothing: 'Nothing was found for “{query}”',
  nothingAdvice: 'Try other words, or look through the sections of the knowledge base.',
  emptyQuery: 'Write what you would like to find.',
  noArticles: 'There are no articles yet.',
  author: 'Author',
  posted: 'Posted',
  updated: 'Updated',
  staffOnly: 'For company staff only',
  helpful: 'Was this article helpful?',
  yes: 'Yes',
  no: 'No',
  thanksYes: 'Thank you for telling us. We are glad that it helped.',
  thanksNo: 'Thank you for telling us. If your question remains, write to us: a support agent will answer.',
  missing: 'There is no such page',
  missingAdvice: 'It may have moved, or the link may be inexact. The search will help to find what you need.',
};

export type PageTexts = typeof ru;
export const TEXTS: Readonly<Record<Locale, PageTexts>> = { ru, en };

/** What a language calls itself. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { ru: 'Русский', en: 'English' };
