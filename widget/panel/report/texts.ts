import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  kept: 'Что написано для типа «{type}», сохранено и вернётся вместе с ним.',
  along: 'Вместе с обращением уйдёт',
  nothing: 'ничего',
  page: 'Страница',
  context: { entity: 'Объект', appVersion: 'Версия приложения', version: 'Версия приложения' },
  browser: 'Браузер',
  errors: 'Ошибки на странице',
  requests: 'Неудачные запросы',
};
export type ReportTexts = typeof ru;

const en: ReportTexts = {
  kept: 'What you wrote for the type “{type}” is kept and comes back with it.',
  along: 'Sent along',
  nothing: 'nothing',
  page: 'Page',
  context: { entity: 'Object', appVersion: 'App version', version: 'App version' },
  browser: 'Browser',
  errors: 'Errors on the page',
  requests: 'Failed requests',
};

export const reportTexts = (locale: Locale): ReportTexts => (locale === 'ru' ? ru : en);
