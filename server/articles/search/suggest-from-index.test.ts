import { beforeAll, describe, expect, it } from 'vitest';

import type { IndexedArticle, IndexView, Mark } from './article-index';
import { buildArticleIndex } from './build-index';
import { correctQuery } from './correct-query';
import { explainSuggestions } from './explain-suggestions';
import { findClosestFromIndex } from './find-closest';
import { loadSynonyms, type Synonyms } from './load-synonyms';
import { openView } from './open-view';
import { resolveQuery } from './resolve-query';
import { compileRules, type SearchRules } from './search-rules';
import { searchFromIndex, suggestFromIndex } from './suggest-from-index';

const BASE = { locale: 'ru', slug: 's', headings: [], keywords: [], routes: [] } as const;
const WITHDRAW = 1;
const PASSWORD = 2;
const ENROL = 3;
const WIFI = 4;
const HOW = 5;
const STORE = 6;

const ARTICLES: readonly IndexedArticle[] = [
  {
    ...BASE,
    number: WITHDRAW,
    title: 'Вывод денег из кошелька на карту',
    section: 'Кошельки и выплаты',
    headings: ['Сроки вывода'],
    body: 'Участник выводит деньги сам. Откройте раздел «Кошельки», выберите карту и укажите сумму вывода. Счёт пополняется за три дня.',
    routes: ['/wallets/*'],
  },
  {
    ...BASE,
    number: PASSWORD,
    title: 'Восстановление пароля сотрудника',
    section: 'Роли и доступ',
    body: 'Если пароль забыт, сотрудник получает ссылку по электронной почте. Администратор может сбросить пароль в настройках доступа.',
    routes: ['/members'],
  },
  {
    ...BASE,
    number: ENROL,
    title: 'Регистрация нового участника',
    section: 'Регистрация',
    body: 'Новый участник регистрируется по ссылке спонсора. Подключение к структуре происходит автоматически.',
  },
  {
    ...BASE,
    number: WIFI,
    title: 'Настройка Wi-Fi в точке продаж',
    section: 'Точки продаж',
    body: 'Кассовый аппарат подключается к сети Wi-Fi. Проверьте VPN и адрес сервера.',
  },
  {
    ...BASE,
    number: HOW,
    title: 'Как это сделать?',
    section: 'Общее',
    body: 'Ответы на общие вопросы о работе в системе.',
  },
  {
    ...BASE,
    number: STORE,
    title: 'Склады и остатки товаров',
    section: 'Точки продаж',
    body: 'Остатки на складе обновляются раз в час. Выгрузите отчёт в Excel.',
  },
];

const read = async (articles: readonly IndexedArticle[], synonyms?: Synonyms) =>
  openView(await buildArticleIndex(articles, { locale: 'ru' }), compileRules('ru', synonyms));

let view: IndexView;
beforeAll(async () => {
  view = await read(ARTICLES, loadSynonyms());
});

const first = (query: string) => suggestFromIndex(view, query, { limit: 3 })[0]?.number;

describe('suggestFromIndex', () => {
  it.each([
    ['как вывести деньги на карту', WITHDRAW],
    ['вывод денег', WITHDRAW],
    ['КАК ВЫВЕСТИ ДЕНЬГИ', WITHDRAW],
    ['не могу вывисти деньги из кашелька', WITHDRAW],
    ['rfr dsdtcnb ltymub yf rfhne', WITHDRAW],
    ['как dsdtcnb деньги', WITHDRAW],
    ['kak vyvesti dengi na kartu', WITHDRAW],
    ["kak vivesti den'gi iz koshelka", WITHDRAW],
    ['vosstanovit parol', PASSWORD],
    ['здравствуйте, подскажите, как восстановить пароль', PASSWORD],
    ['регистрация участн', ENROL],
    ['вайфай в точке продаж', WIFI],
    ['настроить wi‑fi', WIFI],
    ['выгрузить остатки в эксель', STORE],
    ['как это сделать', HOW],
  ])('finds for %j article %i', (query, number) => {
    expect(first(query)).toBe(number);
  });

  it.each([
    'спасибо, до свидания',
    'привет',
    'Добрый день!',
    'ok thanks',
    'ghbdtn',
    'spasibo bolshoe',
    'понял, всё получилось',
    'до свидания',
    '👍👍👍',
    '???',
    '',
    'а',
    'как дела?',
    'алло вы тут',
    'есть тут кто-нибудь живой?',
    'is anybody around?',
    'это робот?',
    'I see, no problem',
    'какая завтра погода в Новосибирске',
    'рецепт борща со сметаной',
  ])('is silent for %j', (query) => {
    expect(suggestFromIndex(view, query, { limit: 3 })).toEqual([]);
  });

  it('puts the marks on the words that match, in the snippet and in the title', () => {
    const [hit] = suggestFromIndex(view, 'как вывести деньги на карту', { limit: 1 });
    expect(cut(hit?.snippet ?? '', hit?.marks ?? [])).toEqual(
      expect.arrayContaining(['выводит', 'деньги', 'карту']),
    );
    expect(cut(ARTICLES[0]?.title ?? '', hit?.titleMarks ?? [])).toEqual(['Вывод', 'денег', 'карту']);
  });

  it('keeps offsets right after letters that fold to another length', async () => {
    const body = `${'Ａ\u0301ﬁ 👍 Ёж\u00ad. '.repeat(30)}Откройте кошелёк участника сейчас.`;
    const odd = await read([{ ...BASE, number: 9, title: 'Кошелёк', section: '', body }]);
    const [hit] = suggestFromIndex(odd, 'кошелек участника', { limit: 1 });
    expect(cut(hit?.snippet ?? '', hit?.marks ?? [])).toEqual(['кошелёк', 'участника']);
  });

  it('sets headings and cells of a table apart in the snippet, and moves the marks along', async () => {
    const body = 'Причины\nЧто видно\nПора. Итак:\nкошелёк участника';
    const cells = await read([{ ...BASE, number: 9, title: 'Кошелёк', section: '', body }]);
    const [hit] = suggestFromIndex(cells, 'причины что видно участника', { limit: 1 });
    expect(hit?.snippet).toBe('Причины · Что видно · Пора. Итак: кошелёк участника');
    expect(cut(hit?.snippet ?? '', hit?.marks ?? [])).toContain('участника');
  });

  it('shifts the marks when the snippet begins in mid-sentence', async () => {
    const body = `${'слово за словом и '.repeat(30)}откройте кошелёк участника и так далее ${'до конца '.repeat(40)}`;
    const long = await read([{ ...BASE, number: 9, title: 'Кошелёк', section: '', body }]);
    const [hit] = suggestFromIndex(long, 'кошелек участника', { limit: 1 });
    expect(hit?.snippet).toMatch(/^….*…$/);
    expect(hit?.snippet.length).toBeLessThanOrEqual(182);
    expect(cut(hit?.snippet ?? '', hit?.marks ?? [])).toEqual(['кошелёк', 'участника']);
  });

  it('prefers the article of the page, between near equals only', async () => {
    const built = await read([
      { ...BASE, number: 1, title: 'Добавить участника', section: '', body: 'Нажмите «Добавить».' },
      {
        ...BASE,
        number: 2,
        title: 'Добавить склад',
        section: '',
        body: 'Нажмите «Добавить».',
        routes: ['/stores/*'],
      },
      {
        ...BASE,
        number: 3,
        title: 'Удалить выплату',
        section: '',
        body: 'Нажмите «Удалить».',
        routes: ['/payouts'],
      },
    ]);
    const at = (route: string, query: string) =>
      searchFromIndex(built, query, { limit: 3, route })[0]?.number;
    expect(at('/stores/42?tab=1', 'добавить')).toBe(2);
    expect(at('/payouts', 'добавить')).toBe(1);
    expect(at('/payouts', 'добавить участника')).toBe(1);
  });

  it('takes whatever is typed', () => {
    const hostile = [
      'вывести '.repeat(1250),
      'ы'.repeat(10_000),
      '(a+)+$[]{}\\^.*?|',
      '\u0000\u0000вывести\u0000',
      '\u200b\u200dвы\u200bвести деньги',
      '\ud83d',
      '👨‍👩‍👧‍👦'.repeat(500),
      '__proto__ constructor toString',
      "'; drop table articles; --",
      '<script>alert(1)</script>',
      'ﷺ'.repeat(500),
    ];
    for (const query of hostile) {
      expect(() => suggestFromIndex(view, query, { limit: 5, route: query })).not.toThrow();
      expect(() => searchFromIndex(view, query, { limit: 5 })).not.toThrow();
      expect(() => explainSuggestions(view, query, { limit: 5 })).not.toThrow();
    }
    expect(first('\u200b\u200dвы\u200bвести деньги на карту')).toBe(WITHDRAW);
  });

  it('prefers the text that is about the question to one that mentions it', async () => {
    const make = (number: number, body: string) => ({
      ...BASE,
      number,
      title: 'Заметка',
      section: 'Прочее',
      body,
    });
    const rest = 'Здесь рассказано про склады, отчёты и товары. '.repeat(30);
    const about = 'Печать ценников. Ценники печатают на складе; печать ценников занимает минуту.';
    const others = Array.from({ length: 8 }, (_, i) => make(i + 3, rest));
    const articles = [make(1, `Печать ценников. ${rest}`), make(2, about), ...others];
    const asked = await openView(await buildArticleIndex(articles, { locale: 'ru' }), compileRules('ru'));
    expect(searchFromIndex(asked, 'печать ценников', { limit: 2 }).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
    const { articles: why } = explainSuggestions(asked, 'печать ценников', { limit: 2 });
    const densities = why.map(({ parts }) => parts.find(({ part }) => part === 'density')?.share ?? 0);
    expect(densities[0]).toBeGreaterThan(2 * (densities[1] ?? 0));
  });

  it('gives an equal score to the lower number', async () => {
    const twins = [8, 7].map((number) => ({
      ...BASE,
      number,
      title: 'Вывод денег',
      section: '',
      body: 'Вывод.',
    }));
    const built = await read(twins);
    expect(searchFromIndex(built, 'вывод денег', { limit: 2 }).map(({ number }) => number)).toEqual([7, 8]);
  });
});

describe('searchFromIndex', () => {
  it('answers by any word that it knows, in the same order', () => {
    const query = 'какая завтра погода в кошельке';
    expect(suggestFromIndex(view, query, { limit: 3 })).toEqual([]);
    expect(searchFromIndex(view, query, { limit: 3 })[0]?.number).toBe(WITHDRAW);
  });
});

describe('explainSuggestions', () => {
  it('tells what was understood and why', () => {
    const why = explainSuggestions(view, 'rfr dsdtcnb', { limit: 2, route: '/wallets/1' });
    expect(why.understood).toBe('как вывести');
    expect(why.layout).toBe(true);
    expect(why.words.map(({ form, stop }) => [form, stop])).toEqual([
      ['как', true],
      ['вывести', false],
    ]);
    expect(why.articles[0]).toMatchObject({ number: WITHDRAW, onRoute: true });
  });
});

describe('rules that people set', () => {
  const withRules = (rules: Partial<SearchRules>) => ({
    ...view,
    rules: compileRules('ru', loadSynonyms(), { synonyms: [], stopWords: [], pins: [], ...rules }),
  });
  const numbers = (one: IndexView, query: string) =>
    suggestFromIndex(one, query, { limit: 3 }).map(({ number }) => number);

  it('add synonyms without another index', () => {
    expect(numbers(view, 'комп')).toEqual([]);
    expect(numbers(withRules({ synonyms: [['комп', 'кассовый аппарат']] }), 'комп')).toEqual([WIFI]);
  });

  it('take the weight from a stop word in all its forms', () => {
    const found = (one: IndexView) => explainSuggestions(one, 'склады участников', { limit: 1 }).words;
    expect(found(view).map(({ stop }) => stop)).toEqual([false, false]);
    expect(found(withRules({ stopWords: ['склад'] })).map(({ stop }) => stop)).toEqual([true, false]);
  });

  it('put pinned articles first, whatever order and forms the words have, and whatever the gate says', () => {
    const pinned = withRules({
      pins: [
        { query: 'вывод деньги', articles: [STORE, ENROL] },
        { query: 'борщ', articles: [HOW] },
      ],
    });
    expect(numbers(pinned, 'как деньгам вывод')).toEqual([STORE, ENROL, WITHDRAW]);
    expect(numbers(pinned, 'вывод денег из кошелька')[0]).toBe(WITHDRAW);
    expect(numbers(pinned, 'борщ')).toEqual([HOW]);
  });

  it('pin nothing that the asker may not read', async () => {
    const rules = compileRules('ru', undefined, {
      synonyms: [],
      stopWords: [],
      pins: [{ query: 'борщ', articles: [HOW] }],
    });
    const stranger = await openView(view.index, rules, (number) => number !== HOW);
    expect(numbers(stranger, 'борщ')).toEqual([]);
  });
});

describe('correctQuery', () => {
  const corrected = (query: string) => correctQuery(resolveQuery(view, query), query);

  it.each([
    ['вывод дениг', 'вывод денег'],
    ['как dsdtcnb деньги', 'как вывести деньги'],
    ['из кашелька', 'из кошелька'],
    ['вывод денег', null],
    ['вывод  денег?', null],
    ['регистрация участн', null],
    ['борщ', null],
  ])('takes %j for %j', (query, meant) => {
    expect(corrected(query)).toBe(meant);
  });
});

it('leaves a misspelt word as it is, though a letter of it stands alone on the other keyboard layout', async () => {
  const lettered = await read([
    { ...BASE, number: 9, title: 'Кошелёк', section: '', body: 'Нажмите клавишу R, чтобы открыть кошелёк.' },
  ]);
  expect(correctQuery(resolveQuery(lettered, 'кашелёк'), 'кашелёк')).toBe('кошелек');
  expect(searchFromIndex(lettered, 'кашелёк', { limit: 1 })).toHaveLength(1);
});

describe('findClosestFromIndex', () => {
  it('gives articles with words that begin alike where nothing is found', () => {
    expect(searchFromIndex(view, 'регистрашка', { limit: 3 })).toEqual([]);
    expect(findClosestFromIndex(view, 'регистрашка', { limit: 3 }).map(({ number }) => number)).toContain(
      ENROL,
    );
    expect(findClosestFromIndex(view, 'борщ', { limit: 3 })).toEqual([]);
  });
});

function cut(text: string, marks: readonly Mark[]): string[] {
  return marks.map(([start, end]) => text.slice(start, end));
}
