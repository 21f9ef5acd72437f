import type { IndexedArticle } from '../articles/search/article-index';

const WORDS =
  `кошелёк кошелька вывод вывести вывода деньги денег карта карту участник участника спонсор спонсора пароль
  пароля склад склада товар товары возврат вернуть бонус бонусы отчёт отчёты отчётов период периода вайфай wi-fi wifi
  excel csv import импорт доступ доступа роль роли настройка настроить оплата оплатить`.split(/\s+/);

/** The same numbers each time: a failure repeats. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

export function inventArticles(seed: number, count: number): IndexedArticle[] {
  const random = makeRandom(seed);
  const say = (length: number) =>
    Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '').join(' ');
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    locale: 'ru',
    slug: 's',
    title: say(3),
    section: say(1),
    headings: [say(2)],
    body: say(12),
    keywords: [],
    routes: random() < 0.3 ? ['/stores'] : [],
  }));
}

/** As they are typed: as they are, cut short, with an error, on the other layout, romanised. */
export function inventQueries(seed: number): string[] {
  const random = makeRandom(seed);
  const pick = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return [
    ...Array.from({ length: 6 }, () => `${pick()} ${pick()}`),
    ...Array.from({ length: 6 }, () => pick().slice(0, 4)),
    ...Array.from({ length: 6 }, () => pick().replace(/^(..)./, '$1х')),
    'rjitktr',
    'dsdjl ltytu',
    'koshelek',
    'vernut tovar',
    'nastroit wai fai',
  ];
}
