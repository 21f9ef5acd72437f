import { recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { buildField } from '../parts/build-field.js';
import { buildButton, buildCard, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { showLive } from '../parts/show-live.js';
import { pick, say } from '../texts/say.js';

export function showOnlineOffice() {
  const { menu } = companyData();
  const phone = h('div', {
    class: 'phone',
    role: 'group',
    'aria-label': say('Вид на телефоне', 'On a phone'),
  });
  const news = recall('office/news', () => ({ title: '', text: '' }));
  const drawPreview = () => phone.replaceChildren(...drawPhone(menu, news));
  drawPreview();
  return buildPage(
    {
      title: say('Онлайн-офис', 'Online office'),
      article: 601,
      lead: say('Личный кабинет, который видят участники.', 'The account pages that members see.'),
      actions: [
        buildButton(
          say('Опубликовать', 'Publish'),
          () => sayToast(say('Меню опубликовано', 'The menu is published')),
          { main: true },
        ),
      ],
    },
    h(
      'div',
      { class: 'columns' },
      h('div', { class: 'stack' }, drawMenu(menu, drawPreview), drawNews(news, drawPreview)),
      buildCard({ title: say('Предпросмотр', 'Preview'), article: 604 }, phone),
    ),
  );
}

function drawMenu(menu, drawPreview) {
  const list = showLive((redraw) => {
    const alter = (act) => () => {
      act();
      drawPreview();
      redraw();
    };
    return h(
      'ol',
      null,
      menu.map((item, index) => drawItem(menu, item, index, alter)),
    );
  });
  return buildCard({ title: say('Меню', 'Menu'), article: 601 }, list);
}

function drawItem(menu, item, index, alter) {
  const title = pick(item.title);
  const toggle = buildField(
    { name: 'isShown', type: 'check', toggle: true, title, onchange: alter(() => {}) },
    item,
  );
  toggle.node.querySelector('input').dataset.keep = `shown-${item.id}`;
  const move = (by, icon, name) =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': `${name}: ${title}`,
        title: name,
        disabled: !menu[index + by],
        'data-keep': `${icon}-${item.id}`,
        onclick: alter(() => ([menu[index], menu[index + by]] = [menu[index + by], menu[index]])),
      },
      drawIcon(icon),
    );
  return h(
    'li',
    { class: 'line' },
    h('div', { class: 'line-main' }, toggle.node),
    move(-1, 'up', say('Выше', 'Move up')),
    move(1, 'down', say('Ниже', 'Move down')),
  );
}

function drawNews(news, drawPreview) {
  return buildCard(
    { title: say('Объявление', 'Announcement'), article: 603 },
    showForm({
      draft: news,
      submit: say('Показать участникам', 'Show to members'),
      run: () => sayToast(say('Объявление показано', 'The announcement is shown')),
      fields: [
        {
          name: 'title',
          type: 'text',
          required: true,
          wide: true,
          title: say('Заголовок', 'Title'),
          onchange: drawPreview,
        },
        { name: 'text', type: 'area', wide: true, title: say('Текст', 'Text'), onchange: drawPreview },
      ],
    }),
  );
}

function drawPhone(menu, news) {
  const shown = menu.filter((item) => item.isShown);
  return [
    h(
      'p',
      { class: 'phone-news' },
      h('b', null, news.title || say('Добро пожаловать', 'Welcome')),
      news.text && h('span', null, news.text),
    ),
    h(
      'ul',
      null,
      shown.map((item) => h('li', null, pick(item.title))),
    ),
  ];
}
