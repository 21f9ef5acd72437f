import { hrefTo } from '../app/follow-routes.js';
import { h } from '../dom/build-element.js';
import { buildPage } from '../parts/build-page.js';
import { say } from '../texts/say.js';

export function showMissing() {
  return buildPage(
    {
      title: say('Страница не найдена', 'Page not found'),
      lead: say('Запись удалена или в адресе ошибка.', 'The record is gone, or the address is wrong.'),
    },
    h('p', null, h('a', { href: hrefTo('/dashboard') }, say('Перейти к сводке', 'Go to the summary'))),
  );
}
