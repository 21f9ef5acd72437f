import { h } from '../dom/build-element.js';
import { formatNumber, say } from '../texts/say.js';

/** The search field and filters above a table; nothing when it has neither. */
export function buildTools({ find, hint, filters = [], tools = [] }, state, change) {
  if (!find && filters.length === 0 && tools.length === 0) return null;
  const search =
    find &&
    h(
      'div',
      { class: 'table-search', role: 'search' },
      h('input', {
        type: 'search',
        class: 'input',
        'aria-label': hint,
        placeholder: hint,
        autocomplete: 'off',
        value: state.query,
        oninput: (event) => {
          state.query = event.target.value;
          change();
        },
      }),
    );
  return h(
    'div',
    { class: 'table-tools' },
    search,
    filters.map((filter) => buildFilter(filter, state, change)),
    tools,
  );
}

function buildFilter({ id, title, options }, state, change) {
  return h(
    'select',
    {
      class: 'input',
      'aria-label': title,
      'data-filter': id,
      value: state.chosen[id] ?? '',
      onchange: (event) => {
        state.chosen[id] = event.target.value;
        change();
      },
    },
    h('option', { value: '' }, title),
    options.map((option) => h('option', { value: option.value }, option.title)),
  );
}

/** «1–20 из 240» with the paging buttons; the text is read out when it changes. */
export function showFoot({ total, size, state, status, turn }) {
  const first = state.page * size;
  const last = Math.min(total, first + size);
  const text = total
    ? say(`${first + 1}–${last} из ${formatNumber(total)}`, `${first + 1}–${last} of ${formatNumber(total)}`)
    : say('Ничего не нашлось', 'Nothing found');
  if (status.textContent !== text) status.textContent = text;
  const step = (by, title, isEnd) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        disabled: isEnd,
        onclick: (event) => {
          const place = event.currentTarget.closest('.table-foot').parentElement;
          state.page += by;
          turn();
          refocus(place, by);
        },
      },
      title,
    );
  const paging = total > size && [
    step(-1, say('Назад', 'Previous'), first === 0),
    step(1, say('Вперёд', 'Next'), last === total),
  ];
  return h('div', { class: 'table-foot' }, status, h('div', { class: 'actions' }, paging || []));
}

/** The pressed button was drawn anew; at the list's end the other one takes the focus. */
function refocus(place, by) {
  const [back, forth] = place.querySelectorAll('button');
  const [pressed, other] = by > 0 ? [forth, back] : [back, forth];
  (pressed.disabled ? other : pressed).focus();
}
