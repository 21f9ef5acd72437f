import MiniSearch from 'minisearch';
import { createArticleShelf } from '../articles/article-shelf';
import { bumpArticlesVersion } from '../articles/articles-version';
import { loadLibrary, type ReadLibrary } from '../articles/load-library';
import { SYSTEM } from '../db/actor';
import { makeServices, type TestServices } from '../testing/make-services';
import { makeWord } from './make-articles';
import { type Latency, latencyOf } from './statistics';

/** What is done beside requests: how long it takes, and the longest time in milliseconds for which nothing else could be done. */
export interface Course {
  seconds: number;
  stall: number;
  /** The same without the time in which the machine did something else. */
  ownStall: number;
}

/** How long answers take; `own`: without the time in which the machine did something else. */
export interface Answering {
  all: Latency;
  own: Latency;
}

export interface SearchTimes {
  /** For each letter of what is typed. */
  suggest: Answering;
  search: Answering;
  /** The search page, with its filters and its correction. */
  page: Answering;
  /** The same typing, asked of MiniSearch as its documentation shows it. */
  floor: Answering;
  /** Taking over all articles, and then the change of one. */
  build: Course;
  change: Course;
  /** Only reading the articles from the database, and doing nothing at all. */
  load: Course;
  idle: Course;
  /** Bytes of everything that reading and searching need, and of the articles' rows alone. */
  shelf: number;
  texts: number;
}

const QUESTIONS = [
  'Как вывести деньги с кошелька на карту',
  'не приходит письмо с подтверждением регистрации',
  'участник не может войти в личный кабинет',
  'почему не начислен бонус за прошлый период',
  'как добавить новую точку продаж',
  'kak izmenit sponsora',
  'rfr cjplfnm pfzdre yf dsgkfne',
  'ошибка при импорте участников из CSV файла',
  'как вернуть заказ и деньги за него',
  'где посмотреть отчёт по бонусам за месяц',
  'не прихдит пиьсмо с пдотверждением регстрации',
  `что такое ${makeWord(40)} и ${makeWord(900).slice(0, -1)}х`,
];
/** Every beginning of every question, as the composer asks while it is typed. */
const TYPED = QUESTIONS.flatMap((question) =>
  Array.from({ length: question.length }, (_, end) => question.slice(0, end + 1)),
);
/** MiniSearch takes long. */
const FLOOR_STEP = 7;
const REST_MS = 2_000;

export async function measureSearch({ appUrl }: { appUrl: string }): Promise<SearchTimes> {
  const services = makeServices(appUrl);
  const idle = await watch(rest);
  const empty = weigh();
  let library: ReadLibrary | null = null;
  const load = await watch(async () => {
    library = await services.database.inTransaction(SYSTEM, (tx) => loadLibrary(tx));
  });
  const texts = weigh() - empty;
  const floor = measureFloor(library);
  library = null;
  const bare = weigh();
  const shelf = createArticleShelf(services.database, services);
  const build = await watch(() => shelf.refresh());
  await changeArticle(services);
  const change = await watch(() => shelf.refresh());
  const input = { locale: 'ru', limit: 5 } as const;
  return {
    suggest: measure(TYPED, (q) => shelf.suggest(null, { ...input, q })),
    search: measure(TYPED, (q) => shelf.search(null, { ...input, q, limit: 20 })),
    page: measure(TYPED, (q) => shelf.lookUp(null, { ...input, q, limit: 20, section: null })),
    floor,
    build,
    change,
    load,
    idle,
    shelf: weigh() - bare,
    texts,
  };
}

/** Over HTTP, on this machine. */
export async function suggestOverHttp({ url }: { url: string }): Promise<Latency> {
  const durations: number[] = [];
  for (const round of [1, 2]) {
    for (const q of TYPED) {
      const begun = performance.now();
      const answer = await fetch(`${url}/api/v1/articles/suggest?locale=ru&q=${encodeURIComponent(q)}`);
      if (!answer.ok) throw new Error(`suggest: ${answer.status}`);
      await answer.arrayBuffer();
      if (round === 2) durations.push(performance.now() - begun);
    }
  }
  return latencyOf(durations);
}

/** The second round counts: a server has been asked before. */
function measure(questions: readonly string[], ask: (q: string) => unknown): Answering {
  const all: number[] = [];
  const own: number[] = [];
  for (const round of [1, 2]) {
    for (const q of questions) {
      const used = process.cpuUsage();
      const begun = performance.now();
      ask(q);
      const took = performance.now() - begun;
      const { user, system } = process.cpuUsage(used);
      if (round === 1) continue;
      all.push(took);
      own.push((user + system) / 1_000);
    }
  }
  return { all: latencyOf(all), own: latencyOf(own) };
}

function measureFloor(library: ReadLibrary | null): Answering {
  const mini = new MiniSearch({
    fields: ['title', 'section', 'body'],
    idField: 'number',
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  });
  mini.addAll(library?.articles.filter(({ locale }) => locale === 'ru') ?? []);
  return measure(
    TYPED.filter((_, at) => at % FLOOR_STEP === 0),
    (q) => mini.search(q),
  );
}

/** How long something takes, and for how long nothing else can be done meanwhile. */
async function watch(work: () => Promise<unknown>): Promise<Course> {
  let stall = 0;
  let ownStall = 0;
  let turn = performance.now();
  let used = process.cpuUsage();
  let watching = true;
  const look = () => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(used);
    stall = Math.max(stall, now - turn);
    ownStall = Math.max(ownStall, (user + system) / 1_000);
    turn = performance.now();
    used = process.cpuUsage();
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  const begun = performance.now();
  await work();
  watching = false;
  return { seconds: (performance.now() - begun) / 1_000, stall, ownStall };
}

function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, REST_MS);
  });
}

async function changeArticle({ database }: TestServices): Promise<void> {
  await database.inTransaction(SYSTEM, async (tx) => {
    await tx.sql`update articles set body = body || ' Ещё слово.' where number = 1`;
    await bumpArticlesVersion(tx);
  });
}

/** Bytes in use, the buffers beside the heap included, after the garbage has been collected. */
function weigh(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
