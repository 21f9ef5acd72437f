import { account } from '../app/hold-account.js';

/** The rows that match the search and every chosen filter, in the chosen order. */
export function pickRows({ rows, columns, find, filters = [] }, { query, chosen, sort }) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const matching = rows.filter((row) => {
    if (filters.some(({ id, test }) => chosen[id] && !test(row, chosen[id]))) return false;
    if (words.length === 0) return true;
    const text = fold(find(row));
    return words.every((word) => text.includes(word));
  });
  const { value } = columns.find((column) => column.id === sort.id) ?? columns[0];
  const collator = new Intl.Collator(account.locale, { numeric: true });
  const order = (one, two) => compare(value(one), value(two), collator);
  return matching.sort(sort.down ? (one, two) => order(two, one) : order);
}

function compare(one, two, collator) {
  return typeof one === 'number' ? one - two : collator.compare(one, two);
}

function fold(text) {
  return text.toLowerCase().replaceAll('ё', 'е');
}
