import { goTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { buildField } from '../parts/build-field.js';
import { buildButton, buildCard, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showLive } from '../parts/show-live.js';
import { badgeOf } from '../texts/name-status.js';
import { pick, say } from '../texts/say.js';

export function showPageEditor({ id }) {
  const page = companyData().pages.find((one) => one.id === id);
  if (!page) return null;
  const title = pick(page.title);
  return buildPage(
    {
      title,
      article: 701,
      badge: badgeOf('page', page.state),
      back: { route: '/page-builder', title: say('Конструктор страниц', 'Page builder') },
      entity: { type: 'page', id: page.id, name: title },
      actions: [buildButton(say('Опубликовать', 'Publish'), () => publish(page), { main: true })],
    },
    drawWorkplace(page),
  );
}

function publish(page) {
  page.state = 'published';
  goTo(`/page-builder/${page.id}`);
  sayToast(say('Страница опубликована', 'The page is published'));
}

/** Blocks on the left, what the member will see on the right; typing redraws only the preview. */
function drawWorkplace(page) {
  const preview = h('div', { class: 'preview' });
  const drawPreview = () => preview.replaceChildren(...page.blocks.map(drawBlock));
  const change = () => {
    if (page.state === 'published') page.state = 'changed';
    drawPreview();
  };
  const editor = showLive((redraw) => drawEditor(page, change, redraw), { class: 'stack' });
  drawPreview();
  return h(
    'div',
    { class: 'columns' },
    buildCard({ title: say('Блоки', 'Blocks'), article: 701 }, editor),
    buildCard({ title: say('Как увидит участник', 'As the member sees it'), article: 703 }, preview),
  );
}

function drawEditor(page, change, redraw) {
  const alter = (act) => () => {
    act();
    change();
    redraw();
  };
  const rows = page.blocks.map((block, index) => drawRow(page.blocks, block, index, { change, alter }));
  const add = (type) =>
    buildButton(
      blockName(type),
      alter(() => page.blocks.push({ type, text: { ru: blockName(type), en: blockName(type) } })),
      {
        icon: 'plus',
        'data-keep': `add-${type}`,
      },
    );
  return [
    h('ol', { class: 'stack' }, rows),
    h('div', { class: 'actions' }, ['heading', 'text', 'button'].map(add)),
  ];
}

function drawRow(blocks, block, index, { change, alter }) {
  const draft = { text: pick(block.text) };
  const name = say(
    `${blockName(block.type)}, блок ${index + 1}`,
    `${blockName(block.type)}, block ${index + 1}`,
  );
  const field = buildField(
    {
      name: 'text',
      type: block.type === 'text' ? 'area' : 'text',
      title: name,
      onchange: () => {
        block.text = { ru: draft.text, en: draft.text };
        change();
      },
    },
    draft,
  );
  const tool = (icon, title, act, disabled) =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': `${title}: ${name}`,
        title,
        disabled,
        'data-keep': `${icon}-${index}`,
        onclick: alter(act),
      },
      drawIcon(icon),
    );
  return h(
    'li',
    { class: 'block' },
    field.node,
    h(
      'div',
      { class: 'block-tools' },
      tool('up', say('Выше', 'Move up'), () => swap(blocks, index, index - 1), index === 0),
      tool(
        'down',
        say('Ниже', 'Move down'),
        () => swap(blocks, index, index + 1),
        index === blocks.length - 1,
      ),
      tool('close', say('Удалить', 'Delete'), () => blocks.splice(index, 1), false),
    ),
  );
}

function swap(blocks, one, two) {
  [blocks[one], blocks[two]] = [blocks[two], blocks[one]];
}

function drawBlock({ type, text }) {
  const tag = { heading: 'h3', text: 'p', button: 'span' }[type];
  return h(tag, { class: `preview-${type}` }, pick(text));
}

function blockName(type) {
  return {
    heading: say('Заголовок', 'Heading'),
    text: say('Текст', 'Text'),
    button: say('Кнопка', 'Button'),
  }[type];
}
