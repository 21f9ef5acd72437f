import type { Locale } from '@beseda/shared/domain/words';

const TEXTS = {
  ru: {
    why: 'Как посчитано',
    noWhy: 'Расчёт сейчас не получить.',
    notSolved: 'Вопрос не решён',
    failed: 'Не получилось. Ещё раз',
    phone: 'Позвонить',
  },
  en: {
    why: 'How this is reckoned',
    noWhy: 'The reckoning is not at hand right now.',
    notSolved: 'This is not solved',
    failed: 'That did not work. Once more',
    phone: 'Call us',
  },
} as const;

export const promiseTexts = (locale: Locale): Record<keyof (typeof TEXTS)['ru'], string> => TEXTS[locale];
