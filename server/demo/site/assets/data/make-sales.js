import { cities, goods, streets } from './list-names.js';
import { daysAgo } from './roll-dice.js';

export function makePoints(dice, region) {
  const kinds = ['office', 'warehouse', 'pickup'];
  return cities[region].map((city, index) => ({
    code: `${city.en.slice(0, 3).toUpperCase()}${1 + (index % 2)}`,
    name: {
      ru: `${city.ru}, ${index % 2 ? 'центр' : 'главный офис'}`,
      en: `${city.en}, ${index % 2 ? 'centre' : 'main office'}`,
    },
    city,
    kind: index === 0 ? 'office' : dice.one(kinds),
    address: makeAddress(dice.one(streets), dice.number(2, 98)),
    hours: index % 3 ? '10:00–19:00' : '9:00–20:00',
    state: index === cities[region].length - 1 ? 'draft' : dice.chance(0.1) ? 'closed' : 'open',
    stock: goods.map((product) => ({
      product,
      onHand: dice.number(0, 240),
      reserved: dice.number(0, 20),
      minimum: 20,
    })),
  }));
}

function makeAddress(street, house) {
  return { ru: `${street.ru}, ${house}`, en: `${house} ${street.en}` };
}

const orderStatuses = ['new', 'paid', 'packed', 'ready', 'done', 'done', 'done', 'done', 'cancelled'];

export function makeOrders(dice, members, points, scale) {
  return Array.from({ length: 160 }, (_, index) => {
    const lines = Array.from({ length: dice.number(1, 4) }, () => {
      const product = dice.one(goods);
      return { product, count: dice.number(1, 3), price: dice.number(7, 48) * 50 * scale };
    });
    const total = lines.reduce((sum, line) => sum + line.count * line.price, 0);
    return {
      number: 77_812 - index,
      member: dice.one(members),
      point: dice.one(points),
      lines,
      total,
      volume: Math.round(total / (40 * scale)),
      status: index < 4 ? 'new' : dice.one(orderStatuses),
      day: daysAgo(Math.floor(index / 6)),
    };
  });
}
