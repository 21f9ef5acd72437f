import type { RatingGroup } from '@beseda/shared/protocol/ratings';

const groups: Record<RatingGroup, string> = {
  agent: 'по сотрудникам',
  team: 'по командам',
  company: 'по компаниям',
  week: 'по неделям',
  month: 'по месяцам',
};
const heads: Record<RatingGroup, string> = {
  agent: 'Сотрудник',
  team: 'Команда',
  company: 'Компания',
  week: 'Неделя с',
  month: 'Месяц',
};

/** Texts of the page of ratings. Other languages follow this shape. */
export const ratingsRu = {
  period: 'За время',
  days: (count: number) => `${count} дней`,
  year: 'год',
  by: 'Показать',
  groups,
  heads,
  nobody: 'без исполнителя или команды',
  table: 'Оценки по группам',
  share: 'Доля хороших',
  good: 'Хорошо',
  bad: 'Плохо',
  declined: 'Не сказали',
  total: 'Всего',
  nothing: 'За это время оценок нет',
  last: 'Последние оценки',
  filter: 'Какие',
  filters: { all: 'все', bad: 'плохие', good: 'хорошие' },
  noRatings: 'Таких оценок нет',
};
export type RatingsTexts = typeof ratingsRu;
