import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  kept: 'Что написано для типа «{type}», сохранено и вернётся вместе с ним.',
};
const en: typeof ru = {
  kept: 'What you wrote for the type “{type}” is kept and comes back with it.',
};

export const reportTexts = (locale: Locale) => (locale === 'ru' ? ru : en);
