import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  title: 'Снимок экрана',
  tools: { crop: 'Обрезать', arrow: 'Стрелка', box: 'Рамка', blur: 'Скрыть' },
  pick: 'Что нарисовать',
  picture: 'Снимок. Ведите мышью или пальцем.',
  keys: 'С клавиатуры: Enter начинает и заканчивает, стрелки двигают, Shift со стрелками меняет размер, Esc отменяет.',
  undo: 'Отменить шаг',
  cancel: 'Отмена',
  attach: 'Приложить',
  done: { crop: 'Обрезано', arrow: 'Стрелка добавлена', box: 'Рамка добавлена', blur: 'Место скрыто' },
  undone: 'Шаг отменён',
  drawn: 'Страница нарисована заново и может немного отличаться от экрана.',
  file: 'снимок.png',
};
export type PictureTexts = typeof ru;

const en: PictureTexts = {
  title: 'Screenshot',
  tools: { crop: 'Crop', arrow: 'Arrow', box: 'Box', blur: 'Hide' },
  pick: 'What to draw',
  picture: 'Screenshot. Drag with the mouse or a finger.',
  keys: 'By keyboard: Enter begins and ends, arrows move, Shift with arrows resizes, Esc cancels.',
  undo: 'Undo',
  cancel: 'Cancel',
  attach: 'Attach',
  done: { crop: 'Cropped', arrow: 'Arrow added', box: 'Box added', blur: 'Place hidden' },
  undone: 'Undone',
  drawn: 'The page was drawn anew and may differ a little from the screen.',
  file: 'screenshot.png',
};

export const pictureTexts = (locale: Locale): PictureTexts => (locale === 'ru' ? ru : en);
