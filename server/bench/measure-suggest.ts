import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createArticleShelf } from '../articles/article-shelf';
import { importArticles } from '../articles/import-articles';
import { findRoot } from '../config/find-root';
import { connectDatabase } from '../db/connect';
import { makeServices } from '../testing/make-services';
import { type Latency, latencyOf } from './statistics';

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
];

/** A library of so many articles: the starter's, and ones whose paragraphs are mixed from two of them. */
export async function makeArticles(appUrl: string, folder: string, count: number): Promise<void> {
  const source = join(findRoot(), 'server/starter-kb/ru');
  const files = (await readdir(source))
    .filter((name) => name.endsWith('.md'))
    .sort((a, b) => a.localeCompare(b));
  const texts = await Promise.all(files.map((name) => readFile(join(source, name), 'utf8')));
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    await writeFile(join(folder, `${i}.md`), mix(texts, i));
  }
  const database = connectDatabase(appUrl, { max: 2 });
  const report = await importArticles({ ...makeServices(appUrl), database }, folder, { strict: true });
  await database.close();
  if (report.created + report.unchanged < count)
    throw new Error(`Only ${report.created} articles: ${JSON.stringify(report.bad[0])}`);
}

function mix(texts: readonly string[], index: number): string {
  const one = texts[index % texts.length] ?? '';
  const other = texts[(index * 7 + 3) % texts.length] ?? '';
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(one) ?? [];
  const [, , added = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(other) ?? [];
  const title = /^title: *(.*)$/m.exec(head)?.[1]?.replace(/^["']|["']$/g, '') ?? 'Статья';
  const section = /^section: .*$/m.exec(head)?.[0] ?? '';
  const paragraphs = [...body.split('\n\n'), ...added.split('\n\n')].filter(
    (_, at) => (at + index) % 2 === 0,
  );
  return `---\ntitle: ${JSON.stringify(`${title} (${index})`)}\nlocale: ru\n${section}\n---\n${paragraphs.join('\n\n')}\n`;
}

/** Every beginning of every question, as the composer asks while it is typed. */
const typed = QUESTIONS.flatMap((question) =>
  Array.from({ length: question.length }, (_, end) => question.slice(0, end + 1)),
);

export async function suggestInProcess({ appUrl }: { appUrl: string }): Promise<Latency> {
  const services = makeServices(appUrl);
  const shelf = createArticleShelf(services.database, services);
  await shelf.refresh();
  return measure(async (q) => shelf.suggest(null, { q, locale: 'ru', limit: 5 }));
}

export async function suggestOverHttp({ url }: { url: string }): Promise<Latency> {
  return measure(async (q) => {
    const answer = await fetch(`${url}/api/v1/articles/suggest?locale=ru&q=${encodeURIComponent(q)}`);
    if (!answer.ok) throw new Error(`suggest: ${answer.status}`);
    await answer.arrayBuffer();
  });
}

/** The second round counts: a server has been asked before. */
async function measure(ask: (q: string) => Promise<unknown>): Promise<Latency> {
  const durations: number[] = [];
  for (const round of [1, 2]) {
    for (const q of typed) {
      const begun = performance.now();
      await ask(q);
      if (round === 2) durations.push(performance.now() - begun);
    }
  }
  return latencyOf(durations);
}
