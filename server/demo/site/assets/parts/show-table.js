import { recall } from '../app/hold-state.js';
import { h } from '../dom/build-element.js';
import { drawIcon } from '../dom/draw-icon.js';
import { say } from '../texts/say.js';
import { buildTools, showFoot } from './build-table-tools.js';
import { pickRows } from './pick-rows.js';

/**
 * A table with search, filters, sorting and paging; what is chosen is remembered under `key`.
 *
 * `columns`: `{id, title, value(row), cell?(row), number?, wide?, head?}` where `value` sorts,
 * `wide` hides the column on a phone and `head` makes the row's header.
 * `find(row)` gives the text searched; `filters`: `{id, title, options, test(row, value)}`;
 * `picked` is a Set of row ids for tables whose rows can be ticked (`id(row)`, `name(row)`).
 */
export function showTable(table) {
  const { key, columns, size = 20 } = table;
  const state = recall(`table/${key}`, () => ({
    query: '',
    chosen: {},
    sort: table.sort ?? { id: columns[0].id, down: false },
    page: 0,
  }));
  const frame = h('div', { class: 'table-frame', role: 'region', tabindex: 0, 'aria-label': table.title });
  const foot = h('div');
  const status = h('p', { class: 'soft', role: 'status' });

  function redraw() {
    const rows = pickRows(table, state);
    state.page = Math.min(state.page, Math.max(0, Math.ceil(rows.length / size) - 1));
    const shown = rows.slice(state.page * size, (state.page + 1) * size);
    frame.replaceChildren(rows.length ? drawTable(table, state, shown, sortBy) : drawEmpty());
    foot.replaceChildren(showFoot({ total: rows.length, size, state, status, turn: redraw }));
    foot.hidden = rows.length <= size && !table.find && !table.filters;
  }

  function sortBy(id) {
    state.sort = { id, down: state.sort.id === id && !state.sort.down };
    state.page = 0;
    redraw();
    frame.querySelector(`[data-sort="${id}"]`).focus();
  }

  function drawEmpty() {
    return h(
      'p',
      { class: 'empty' },
      table.empty ??
        say(
          'Ничего не нашлось. Измените поиск или фильтры.',
          'Nothing found. Change the search or the filters.',
        ),
    );
  }

  redraw();
  const tools = buildTools(table, state, () => {
    state.page = 0;
    redraw();
  });
  return h('div', null, tools, frame, foot);
}

function drawTable(table, state, rows, sortBy) {
  return h(
    'table',
    null,
    h('caption', { class: 'unseen' }, table.title),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        table.picked && h('td', null, drawTickAll(table, rows)),
        table.columns.map((column) => drawHead(column, state, sortBy)),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((row) => drawRow(table, row)),
    ),
  );
}

function drawHead(column, { sort }, sortBy) {
  const order = sort.id === column.id ? (sort.down ? 'descending' : 'ascending') : undefined;
  return h(
    'th',
    { scope: 'col', class: classOf(column), 'aria-sort': order },
    h(
      'button',
      { type: 'button', class: 'sort', 'data-sort': column.id, onclick: () => sortBy(column.id) },
      column.title,
      drawIcon('up'),
    ),
  );
}

function drawRow(table, row) {
  return h(
    'tr',
    null,
    table.picked && h('td', null, drawTick(table, row)),
    table.columns.map((column) => {
      const content = column.cell ? column.cell(row) : column.value(row);
      return column.head
        ? h('th', { scope: 'row', class: classOf(column) }, content)
        : h('td', { class: classOf(column) }, content);
    }),
  );
}

function drawTick(table, row) {
  const id = table.id(row);
  return h('input', {
    type: 'checkbox',
    'aria-label': say(`Отметить: ${table.name(row)}`, `Select: ${table.name(row)}`),
    checked: table.picked.has(id),
    onchange: (event) => {
      if (event.target.checked) table.picked.add(id);
      else table.picked.delete(id);
      table.onpick();
    },
  });
}

function drawTickAll(table, rows) {
  return h('input', {
    type: 'checkbox',
    'aria-label': say('Отметить все на странице', 'Select all on the page'),
    checked: rows.every((row) => table.picked.has(table.id(row))),
    onchange: (event) => {
      for (const row of rows) {
        if (event.target.checked) table.picked.add(table.id(row));
        else table.picked.delete(table.id(row));
      }
      for (const box of event.target.closest('table').querySelectorAll('tbody input')) {
        box.checked = event.target.checked;
      }
      table.onpick();
    },
  });
}

function classOf({ number, wide }) {
  return [number && 'is-number', wide && 'only-wide'].filter(Boolean).join(' ') || undefined;
}
