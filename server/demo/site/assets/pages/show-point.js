import { goTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { buildBadge, buildButton, buildCard, buildFacts, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showTable } from '../parts/show-table.js';
import { badgeOf } from '../texts/name-status.js';
import { pointKindName } from '../texts/name-things.js';
import { pick, say } from '../texts/say.js';

export function showPoint({ code }) {
  const point = companyData().points.find((one) => one.code === code);
  if (!point) return null;
  const name = pick(point.name);
  return buildPage(
    {
      title: name,
      article: 501,
      badge: badgeOf('point', point.state),
      back: { route: '/points-of-sale', title: say('Точки продаж', 'Points of sale') },
      entity: { type: 'point', id: point.code, name },
      actions: [drawStateButton(point)],
    },
    buildCard(
      { title: say('О точке', 'About'), article: 501 },
      buildFacts([
        [say('Код', 'Code'), point.code],
        [say('Вид', 'Kind'), pointKindName(point.kind)],
        [say('Адрес', 'Address'), pick(point.address)],
        [say('График', 'Hours'), point.hours],
      ]),
    ),
    buildCard({ title: say('Остатки', 'Stock'), article: 504 }, drawStock(point)),
  );
}

function drawStateButton(point) {
  const isOpen = point.state === 'open';
  return buildButton(
    isOpen ? say('Закрыть точку', 'Close the point') : say('Открыть точку', 'Open the point'),
    () => {
      point.state = isOpen ? 'closed' : 'open';
      goTo(`/points-of-sale/${point.code}`);
      sayToast(
        isOpen ? say('Точка закрыта', 'The point is closed') : say('Точка открыта', 'The point is open'),
      );
    },
  );
}

function drawStock(point) {
  return showTable({
    key: 'stock',
    title: say('Остатки', 'Stock'),
    rows: point.stock,
    columns: [
      { id: 'product', title: say('Товар', 'Product'), head: true, value: (line) => pick(line.product) },
      {
        id: 'onHand',
        title: say('На точке', 'On hand'),
        wide: true,
        number: true,
        value: (line) => line.onHand,
      },
      {
        id: 'reserved',
        title: say('В резерве', 'Reserved'),
        wide: true,
        number: true,
        value: (line) => line.reserved,
      },
      {
        id: 'free',
        title: say('Доступно', 'Available'),
        number: true,
        value: (line) => line.onHand - line.reserved,
      },
      {
        id: 'low',
        title: say('Запас', 'Level'),
        value: (line) => line.onHand - line.minimum,
        cell: (line) =>
          line.onHand < line.minimum
            ? buildBadge(say('мало', 'low'), 'warn')
            : buildBadge(say('хватает', 'fine'), 'good'),
      },
    ],
  });
}
