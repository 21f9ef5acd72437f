import { goTo, hrefTo } from '../app/follow-routes.js';
import { forget, recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { goods } from '../data/list-names.js';
import { h } from '../dom/build-element.js';
import { buildCard, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf, listStatuses } from '../texts/name-status.js';
import { pointKindName } from '../texts/name-things.js';
import { pick, say } from '../texts/say.js';

export function showPoints() {
  const { points } = companyData();
  const title = say('Точки продаж', 'Points of sale');
  return buildPage(
    { title, article: 501 },
    showTable({
      key: 'points',
      title,
      rows: points,
      find: (point) => `${point.code} ${pick(point.name)} ${pick(point.address)}`,
      hint: say('Код, город или адрес', 'Code, city or address'),
      filters: [
        {
          id: 'state',
          title: say('Любое состояние', 'Any state'),
          options: listStatuses('point'),
          test: (point, value) => point.state === value,
        },
      ],
      columns: [
        {
          id: 'name',
          title: say('Точка', 'Point'),
          head: true,
          value: (one) => pick(one.name),
          cell: (one) => [
            h('a', { href: hrefTo(`/points-of-sale/${one.code}`) }, pick(one.name)),
            h('span', { class: 'cell-sub' }, one.code),
          ],
        },
        { id: 'kind', title: say('Вид', 'Kind'), wide: true, value: (one) => pointKindName(one.kind) },
        { id: 'address', title: say('Адрес', 'Address'), wide: true, value: (one) => pick(one.address) },
        { id: 'hours', title: say('График', 'Hours'), wide: true, number: true, value: (one) => one.hours },
        {
          id: 'state',
          title: say('Состояние', 'State'),
          value: (one) => one.state,
          cell: (one) => badgeOf('point', one.state),
        },
      ],
    }),
    drawNewPoint(points),
  );
}

function drawNewPoint(points) {
  const draft = recall('point', () => ({ code: '', name: '', kind: 'office', address: '' }));
  return buildCard(
    { title: say('Новая точка', 'New point'), article: 501 },
    showForm({
      draft,
      submit: say('Сохранить', 'Save'),
      run: () => addPoint(points, draft),
      fields: [
        {
          name: 'code',
          type: 'text',
          required: true,
          title: say('Код', 'Code'),
          hint: say('Войдёт в номера заказов: MSK1', 'Goes into order numbers: MSK1'),
          check: (value) => checkCode(points, value),
        },
        { name: 'name', type: 'text', required: true, title: say('Название', 'Name') },
        {
          name: 'kind',
          type: 'select',
          title: say('Вид', 'Kind'),
          options: ['office', 'warehouse', 'pickup'].map((value) => ({ value, title: pointKindName(value) })),
        },
        { name: 'address', type: 'text', title: say('Адрес', 'Address') },
      ],
    }),
  );
}

function checkCode(points, value) {
  if (!/^[A-Za-z]{2,4}\d$/.test(value))
    return say('Две–четыре латинские буквы и цифра', 'Two to four Latin letters and a digit');
  return points.some((point) => point.code === value.toUpperCase())
    ? say('Код занят', 'The code is taken')
    : '';
}

function addPoint(points, draft) {
  const code = draft.code.toUpperCase();
  points.push({
    code,
    name: { ru: draft.name, en: draft.name },
    city: { ru: draft.name, en: draft.name },
    kind: draft.kind,
    address: { ru: draft.address || '—', en: draft.address || '—' },
    hours: '10:00–19:00',
    state: 'draft',
    stock: goods.map((product) => ({ product, onHand: 0, reserved: 0, minimum: 20 })),
  });
  forget('point');
  goTo(`/points-of-sale/${code}`);
  sayToast(say('Точка сохранена как черновик', 'The point is saved as a draft'));
}
