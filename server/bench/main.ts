import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findRoot } from '../config/find-root';
import { compareMail } from './compare-mail';
import { compareReceiving } from './compare-receiving';
import { compareSearch } from './compare-search';
import { makeArticles } from './make-articles';
import type { HoursRate } from './measure-hours';
import type { ListTimes } from './measure-lists';
import { measureConnections } from './measure-memory';
import type { PageTimes } from './measure-pages';
import { measureWidget } from './measure-widget';
import { type Bench, handshakeOf, openBench } from './open-bench';
import { type Cell, printTable, type Ratio } from './print-table';
import { answerAsTask, runTask, startTask } from './run-task';
import { type Latency, medianOf, percentile, type Rate } from './statistics';
import { TASKS } from './tasks';

const CONCURRENCIES = [1, 8, 32];
const ARTICLES = 1_000;
const CONNECTIONS = 2_000;
const CALENDARS = 100_000;
const LIST_SIZES = [10_000, 1_000_000];
const PARTS = ['messages', 'search', 'pages', 'memory', 'widget', 'hours', 'lists', 'mail'] as const;
type Part = (typeof PARTS)[number];

/** How long each measurement takes, and how often all are repeated: the median of the rounds' ratios counts. */
interface Effort {
  seconds: number;
  rounds: number;
}

const say = (line: string) => console.error(line);

/** `npm run bench [-- messages search pages memory widget hours lists mail --seconds=4 --rounds=3]`: measures, and prints one table of ratios at the end. */
export async function main(args: readonly string[]): Promise<void> {
  const chosen = PARTS.filter((part) => args.includes(part));
  const parts: readonly Part[] = chosen.length > 0 ? chosen : PARTS;
  const effort = { seconds: readNumber(args, '--seconds=', 4), rounds: readNumber(args, '--rounds=', 3) };
  const ratios: Ratio[] = [];
  say('Starting a database…');
  const bench = await openBench();
  try {
    if (parts.includes('messages')) ratios.push(...(await compareMessages(bench, effort)));
    if (parts.includes('memory')) ratios.push(...(await compareMemory(bench)));
    if (parts.includes('search')) ratios.push(...(await compareSearch(say)));
    if (parts.includes('pages')) ratios.push(...(await comparePages(bench)));
    if (parts.includes('widget')) ratios.push(...(await compareWidget(bench)));
    if (parts.includes('hours')) ratios.push(await compareHours(effort));
    if (parts.includes('mail')) {
      ratios.push(...(await compareMail(say, effort.seconds)));
      ratios.push(...(await compareReceiving(bench, effort, say)));
    }
    if (parts.includes('lists')) ratios.push(...(await compareLists(bench)));
  } finally {
    await bench.close();
  }
  printTable('Ratios', ['', 'ours', 'against', 'ratio', 'goal'], ratios);
}

function readNumber(args: readonly string[], name: string, fallback: number): number {
  const given = Number(args.find((arg) => arg.startsWith(name))?.slice(name.length) ?? fallback);
  if (!(given > 0)) throw new Error(`${name} takes a number above 0.`);
  return given;
}

/** In a process that `main` has started. */
export function work(): Promise<void> {
  return answerAsTask(TASKS);
}

async function compareMessages(bench: Bench, { seconds, rounds }: Effort): Promise<Ratio[]> {
  const rows: Cell[][] = [];
  const ratios: Ratio[] = [];
  const bare = startTask<string>('serveBareSockets', {});
  const { server, url } = await bench.startServer();
  const desk = await bench.signInAgent(url);
  for (const concurrency of CONCURRENCIES) {
    const load = { concurrency, seconds, ownerUrl: bench.ownerUrl, appUrl: bench.appUrl };
    const ours: Rate[] = [];
    const others: Record<string, Rate[]> = { 'the floor': [], 'Socket.IO echo': [], 'row insert': [] };
    for (let round = 1; round <= rounds; round++) {
      say(`Messages with ${concurrency} at once, round ${round} of ${rounds}…`);
      const sessions = await bench.signInPeople(url, concurrency);
      ours.push(await runTask<Rate>('sendMessages', { url, sessions, desk, seconds }));
      others['the floor']?.push(await runTask<Rate>('runFloor', load));
      others['Socket.IO echo']?.push(await runTask<Rate>('sendEchoes', { ...load, url: await bare.done }));
      others['row insert']?.push(await runTask<Rate>('runInserts', load));
    }
    const mine = medianOf(ours);
    rows.push([`${concurrency} messages, delivered`, mine.perSecond, mine.p50, mine.p99]);
    for (const [name, rates] of Object.entries(others)) {
      const rate = medianOf(rates);
      rows.push([`${concurrency} ${name}`, rate.perSecond, rate.p50, rate.p99]);
      const ratio = percentile(
        rates.map(({ perSecond }, round) => (ours[round]?.perSecond ?? 0) / perSecond),
        0.5,
      );
      const goal = name === 'the floor' ? '≥ 0.5' : '';
      ratios.push([
        `messages/s, ${concurrency} at once, to ${name}`,
        mine.perSecond,
        rate.perSecond,
        ratio,
        goal,
      ]);
    }
  }
  server.end();
  bare.end();
  printTable('Messages', ['at once', 'per second', 'p50 ms', 'p99 ms'], rows);
  return ratios;
}

async function compareHours({ seconds }: Effort): Promise<Ratio> {
  say('Due instants…');
  const { due, floor } = await runTask<HoursRate>('measureHours', { seconds });
  const seed = Date.now() % 2 ** 32;
  say(`${CALENDARS} random calendars of seed ${seed}, each also walked minute by minute…`);
  const difference = await runTask<string | null>('compareCalendars', { seed, count: CALENDARS });
  if (difference) throw new Error(`Hours differ from the walk: ${difference}`);
  printTable(
    `Working hours (${CALENDARS.toLocaleString('en')} random calendars: no difference)`,
    ['', 'per second', 'ms each'],
    [
      ['due instants', due, (1_000 / due).toFixed(5)],
      ["readings of the zone's clock", floor, (1_000 / floor).toFixed(5)],
    ],
  );
  return ['due instants/s, to readings of the zone’s clock', due, floor, due / floor, '≥ 1'];
}

async function compareMemory(bench: Bench): Promise<Ratio[]> {
  say(`Memory of ${CONNECTIONS} idle connections…`);
  const { server, url } = await bench.startServer();
  const handshakes = (await bench.signInPeople(url, CONNECTIONS)).map(handshakeOf);
  const ours = await measureConnections(server, url, handshakes);
  server.end();
  const bare = startTask<string>('serveBareSockets', {});
  const floor = await measureConnections(bare, await bare.done, handshakes);
  bare.end();
  return [
    [
      'KiB RSS per idle requester, to bare Socket.IO',
      ours.rss / 1024,
      floor.rss / 1024,
      ours.rss / floor.rss,
      '≤ 1.5',
    ],
    [
      'KiB heap per idle requester, to bare Socket.IO',
      ours.heapUsed / 1024,
      floor.heapUsed / 1024,
      ours.heapUsed / floor.heapUsed,
      '≤ 1.5',
    ],
  ];
}

async function comparePages(bench: Bench): Promise<Ratio[]> {
  say(`Pages of ${ARTICLES} articles…`);
  await makeArticles(bench.appUrl, join(bench.dataDir, 'articles'), ARTICLES);
  const { server, url } = await bench.startServer();
  const { fresh, known, floor, pages, heaviest } = await runTask<PageTimes>('measurePages', { url });
  server.end();
  const row = (name: string, { p50, p95, p99 }: Latency) => [name, p50, p95, p99];
  printTable(
    `Support centre, ${ARTICLES} articles, ${pages} pages, until the first byte; the heaviest has ${heaviest} bytes`,
    ['', 'p50 ms', 'p95 ms', 'p99 ms'],
    [
      row('opened for the first time (goal: p95 ≤ 20 ms)', fresh),
      row('opened again', known),
      row('a built file, the floor', floor),
    ],
  );
  return [['first byte of a page, p95 ms, to a built file', fresh.p95, floor.p95, fresh.p95 / floor.p95, '']];
}

async function compareLists(bench: Bench): Promise<Ratio[]> {
  const [small, large] = LIST_SIZES.map((size) => size.toLocaleString('en'));
  say(`Lists at ${small} and ${large} tickets (some minutes)…`);
  const other = await openBench();
  try {
    const databases = [bench, other].map(({ appUrl, ownerUrl }, at) => ({
      appUrl,
      ownerUrl,
      tickets: LIST_SIZES[at],
    }));
    const [few = {}, many = {}] = await runTask<ListTimes[]>('measureLists', { databases });
    return Object.entries(many).map(([name, ms]) => {
      const before = few[name] ?? 0;
      return [`${name}, ms, at ${large} to ${small} tickets`, ms, before, ms / before, '≤ 1.5'];
    });
  } finally {
    await other.close();
  }
}

async function compareWidget(bench: Bench): Promise<Ratio[]> {
  say('Widget…');
  const budgets = spawnSync(process.execPath, ['widget/budgets.mjs'], { cwd: findRoot(), encoding: 'utf8' });
  const summary = budgets.stdout.slice(budgets.stdout.indexOf('budget ')).trim();
  console.log(`\nWidget, bytes of brotli\n${summary.replace(/^/gm, '  ')}`);
  const { server, url } = await bench.startServer({ DEMO: '1' });
  const times = await measureWidget(url);
  server.end();
  if (times) {
    const { click, blank } = times;
    return [['cold click to usable, ms, to a blank page with one input', click, blank, click / blank, '']];
  }
  say('Left out: cold click to usable, as there is no Chromium (CHROME_EXE).');
  return [];
}
