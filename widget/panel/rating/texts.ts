import type { Locale } from '@beseda/shared/domain/words';

const TEXTS = {
  ru: {
    ask: 'Как вам помогли?',
    good: 'Хорошо',
    bad: 'Плохо',
    later: 'Не сейчас',
    whyGood: 'Что понравилось? Можно не отвечать',
    whyBad: 'Что было не так? Можно не отвечать',
    save: 'Сохранить',
    skip: 'Без комментария',
    yours: 'Ваша оценка',
    change: 'Изменить',
    thanks: 'Спасибо за оценку',
    failed: 'Не сохранилось.',
    again: 'Ещё раз',
  },
  en: {
    ask: 'How did we do?',
    good: 'Good',
    bad: 'Bad',
    later: 'Not now',
    whyGood: 'What was good? You need not say',
    whyBad: 'What went wrong? You need not say',
    save: 'Save',
    skip: 'Without a comment',
    yours: 'Your rating',
    change: 'Change',
    thanks: 'Thank you for the rating',
    failed: 'That was not saved.',
    again: 'Once more',
  },
} as const;

export type RatingTexts = Record<keyof (typeof TEXTS)['ru'], string>;
export const ratingTexts = (locale: Locale): RatingTexts => TEXTS[locale];
