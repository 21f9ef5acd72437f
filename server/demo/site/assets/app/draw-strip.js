import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { say } from '../texts/say.js';
import { account } from './hold-account.js';

/** One line above the page for those whom support does not serve; nothing for staff. */
export function drawStrip() {
  const text = {
    nobody: say(
      'Вы не вошли. Виджет видит посетителя без имени: открытые статьи доступны, обращения — нет.',
      'You are not signed in. The widget sees a visitor without a name: public articles are open, requests are not.',
    ),
    distributor: say(
      'Вы вошли как дистрибьютор. Поддержка платформы отвечает сотрудникам компании, и виджет объясняет это.',
      'You are signed in as a distributor. The platform’s support serves company staff, and the widget says so.',
    ),
  }[account.person];
  return text ? [h('p', { class: 'strip' }, drawIcon('notice'), h('span', null, text))] : [];
}
