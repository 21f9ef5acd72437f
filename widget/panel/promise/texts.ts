import type { Locale } from '@beseda/shared/domain/words';

const TEXTS = {
  ru: {
    why: 'Как посчитано',
    noWhy: 'Расчёт сейчас не получить.',
    notSolved: 'Вопрос не решён',
    failed: 'Не получилось. Ещё раз',
    phone: 'Позвонить',
    accept:
      'Задача сделана. Примите её или напишите, что не так. Если ответа не будет, {date} она будет принята.',
    takeIt: 'Принять',
    continued_on: 'Продолжено в №{number}',
    continued_back: 'Продолжение №{number}',
    split_on: 'Часть выделена в №{number}',
    split_back: 'Выделено из №{number}',
    merged_on: 'Объединено с №{number}',
    merged_back: 'Сюда перенесено из №{number}',
    joined: '{name} следит за обращением',
    left: '{name} больше не следит за обращением',
  },
  en: {
    why: 'How this is reckoned',
    noWhy: 'The reckoning is not at hand right now.',
    notSolved: 'This is not solved',
    failed: 'That did not work. Once more',
    phone: 'Call us',
    accept:
      'The task is done. Accept it, or write what is missing. Without an answer it counts as accepted on {date}.',
    takeIt: 'Accept',
    continued_on: 'Goes on in #{number}',
    continued_back: 'Goes on from #{number}',
    split_on: 'A part became #{number}',
    split_back: 'Taken out of #{number}',
    merged_on: 'Merged with #{number}',
    merged_back: 'Copied here from #{number}',
    joined: '{name} follows this request',
    left: '{name} follows this request no more',
  },
} as const;

export const promiseTexts = (locale: Locale): Record<keyof (typeof TEXTS)['ru'], string> => TEXTS[locale];
