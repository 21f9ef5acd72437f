import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findRoot } from '../config/find-root';
import { measureConnections } from './measure-memory';
import { type Latency, makeArticles } from './measure-suggest';
import { measureWidget } from './measure-widget';
import { type Bench, handshakeOf, openBench } from './open-bench';
import { type Cell, printTable } from './print-table';
import { answerAsTask, runTask, startTask } from './run-task';
import type { SendResult } from './send-messages';
import type { Rate } from './statistics';
import { TASKS } from './tasks';

const CONCURRENCIES = [1, 8, 32];
const ARTICLES = 1_000;
const CONNECTIONS = 2_000;
const PARTS = ['messages', 'suggest', 'memory', 'widget'] as const;
type Part = (typeof PARTS)[number];

/** A row of the last table: what was measured, against what, the ratio and the goal. */
type Ratio = [name: string, ours: number, against: number, ratio: number, goal: string];

const say = (line: string) => console.error(line);

/** `npm run bench [-- messages suggest memory widget] [--seconds=5]`: measures, and prints one table of ratios at the end. */
export async function main(args: readonly string[]): Promise<void> {
  const chosen = PARTS.filter((part) => args.includes(part));
  const parts: readonly Part[] = chosen.length > 0 ? chosen : PARTS;
  const seconds = Number(args.find((arg) => arg.startsWith('--seconds='))?.slice('--seconds='.length) ?? 5);
  const ratios: Ratio[] = [];
  say('Starting a database…');
  const bench = await openBench();
  try {
    if (parts.includes('messages')) ratios.push(...(await compareMessages(bench, seconds)));
    if (parts.includes('memory')) ratios.push(...(await compareMemory(bench)));
    if (parts.includes('suggest')) await measureSuggest(bench);
    if (parts.includes('widget')) ratios.push(...(await compareWidget(bench)));
  } finally {
    await bench.close();
  }
  printTable('Ratios', ['', 'ours', 'against', 'ratio', 'goal'], ratios);
}

/** In a process that `main` has started. */
export function work(): Promise<void> {
  return answerAsTask(TASKS);
}

async function compareMessages(bench: Bench, seconds: number): Promise<Ratio[]> {
  const rows: Cell[][] = [];
  const ratios: Ratio[] = [];
  const bare = startTask<string>('serveBareSockets', {});
  const { server, url } = await bench.startServer();
  const desk = await bench.signInAgent(url);
  for (const concurrency of CONCURRENCIES) {
    say(`Messages with ${concurrency} at once…`);
    const load = { concurrency, seconds, ownerUrl: bench.ownerUrl, appUrl: bench.appUrl };
    const sessions = await bench.signInPeople(url, concurrency);
    const ours = await runTask<SendResult>('sendMessages', { url, sessions, desk, seconds });
    const floor = await runTask<Rate>('runFloor', load);
    const echo = await runTask<Rate>('sendEchoes', { ...load, url: await bare.done });
    const insert = await runTask<Rate>('runInserts', load);
    const { p50, p99 } = ours.acks;
    rows.push([`${concurrency} messages, delivered`, ours.deliveredPerSecond, p50, p99]);
    for (const [name, rate] of Object.entries({
      'the floor': floor,
      'Socket.IO echo': echo,
      'row insert': insert,
    })) {
      rows.push([`${concurrency} ${name}`, rate.perSecond, rate.p50, rate.p99]);
      const goal = rate === floor ? '≥ 0.5' : '';
      const ratio = ours.deliveredPerSecond / rate.perSecond;
      ratios.push([
        `messages/s, ${concurrency} at once, to ${name}`,
        ours.deliveredPerSecond,
        rate.perSecond,
        ratio,
        goal,
      ]);
    }
    ratios.push([`ack p50 ms, ${concurrency} at once, to the floor`, p50, floor.p50, p50 / floor.p50, '']);
  }
  server.end();
  bare.end();
  printTable('Messages', ['at once', 'per second', 'p50 ms', 'p99 ms'], rows);
  return ratios;
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

async function measureSuggest(bench: Bench): Promise<void> {
  say(`Suggesting from ${ARTICLES} articles…`);
  await makeArticles(bench.appUrl, join(bench.dataDir, 'articles'), ARTICLES);
  const inside = await runTask<Latency>('suggestInProcess', { appUrl: bench.appUrl });
  const { server, url } = await bench.startServer();
  const outside = await runTask<Latency>('suggestOverHttp', { url });
  server.end();
  const row = (name: string, { p50, p95, p99 }: Latency) => [name, p50, p95, p99];
  printTable(
    `Suggest, ${ARTICLES} articles, key by key`,
    ['', 'p50 ms', 'p95 ms', 'p99 ms'],
    [row('in the process (goal: p95 ≤ 5 ms)', inside), row('over HTTP', outside)],
  );
}

async function compareWidget(bench: Bench): Promise<Ratio[]> {
  say('Widget…');
  const budgets = spawnSync(process.execPath, ['widget/budgets.mjs'], { cwd: findRoot(), encoding: 'utf8' });
  console.log(`\nWidget, bytes of brotli\n${budgets.stdout.trim().replace(/^/gm, '  ')}`);
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
