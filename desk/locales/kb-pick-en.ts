import type { kbPickRu } from './kb-pick-ru';

export const kbPickEn: typeof kbPickRu = {
  pick: 'Choose on the page…',
  where: 'Where to open',
  address: 'Address',
  open: 'Open',
  waiting: 'In the window that has opened go to the page, and press “Choose” at its foot.',
  blocked: 'The browser has not let a window open. Allow pop-ups for this site.',
  foreign: 'This site is not among the apps that have the widget.',
  none: 'There is no site with the widget.',
  failed: 'It could not be loaded.',
  picked: (route) => `Added: ${route}`,
};
