import { join } from 'node:path';
import { makeArticles } from './make-articles';
import type { Answering, Course, SearchTimes } from './measure-search';
import { openBench } from './open-bench';
import { type Cell, printTable, type Ratio } from './print-table';
import { runTask } from './run-task';
import type { Latency } from './statistics';

const SIZES = [100, 1_000, 10_000] as const;
const [FEW, SOME, MANY] = SIZES;
/** What a help centre of one product has. */
const USUAL = SOME;
const MEGABYTE = 2 ** 20;

/** Search at several sizes, in a database of its own: other parts count on fewer articles. */
export async function compareSearch(say: (line: string) => void): Promise<Ratio[]> {
  const bench = await openBench();
  const times = new Map<number, SearchTimes>();
  try {
    for (const size of SIZES) {
      say(`Searching in ${size} articles…`);
      await makeArticles(bench.appUrl, join(bench.dataDir, 'articles'), size);
      times.set(size, await runTask<SearchTimes>('measureSearch', { appUrl: bench.appUrl }));
      if (size !== USUAL) continue;
      const { server, url } = await bench.startServer();
      const { p50, p95, p99 } = await runTask<Latency>('suggestOverHttp', { url });
      printTable(
        `${size} articles, over HTTP`,
        ['', 'p50 ms', 'p95 ms', 'p99 ms'],
        [['suggest', p50, p95, p99]],
      );
      server.end();
    }
  } finally {
    await bench.close();
  }
  for (const [size, measured] of times) printSize(size, measured);
  return compareSizes(times);
}

function printSize(
  size: number,
  { suggest, search, page, floor, shelf, texts, ...courses }: SearchTimes,
): void {
  const articles = `${size.toLocaleString('en')} articles`;
  const goal = size === MANY ? ' (goal: p95 ≤ 20 ms)' : ' (goal: p95 ≤ 5 ms)';
  const answering = (name: string, { all, own }: Answering): Cell[] => [
    name,
    all.p50,
    all.p95,
    all.p99,
    own.p95,
  ];
  printTable(
    `${articles}, key by key, in the process`,
    ['', 'p50 ms', 'p95 ms', 'p99 ms', 'p95 of our own'],
    [
      answering(`suggest${goal}`, suggest),
      answering(`search${goal}`, search),
      answering('search page', page),
      answering('plain MiniSearch', floor),
    ],
  );
  const course = (name: string, { seconds, stall, ownStall }: Course): Cell[] => [
    name,
    seconds,
    stall,
    ownStall,
  ];
  printTable(
    `${articles}, taken over beside requests`,
    ['', 'seconds', 'longest stall, ms (goal: ≤ 20)', 'of it our own'],
    [
      course('all of them', courses.build),
      course('the change of one', courses.change),
      course('reading their rows alone', courses.load),
      course('nothing, the floor', courses.idle),
    ],
  );
  const perThousand = (value: number) => (value / MEGABYTE / size) * 1_000;
  printTable(
    `${articles}, MB per 1,000`,
    ['', 'MB'],
    [
      ['everything for reading and searching', perThousand(shelf)],
      ['their rows alone', perThousand(texts)],
    ],
  );
}

/** Against the floors of the same size, and against a tenth of the articles. */
function compareSizes(times: ReadonlyMap<number, SearchTimes>): Ratio[] {
  const some = times.get(SOME);
  const grown = [FEW, SOME].flatMap((small) => {
    const [one, other] = [times.get(small), times.get(small * 10)];
    return one && other
      ? [{ one, other, name: `at ${(small * 10).toLocaleString('en')} to ${small.toLocaleString('en')}` }]
      : [];
  });
  const ratio = (name: string, ours: number, against: number, goal = ''): Ratio => [
    name,
    ours,
    against,
    ours / against,
    goal,
  ];
  return [
    ...(['suggest', 'search'] as const).flatMap((kind) => [
      ...(some
        ? [ratio(`${kind}, p95 ms, to plain MiniSearch`, some[kind].all.p95, some.floor.all.p95)]
        : []),
      ...grown.map(({ one, other, name }) =>
        ratio(`${kind}, p95 ms, ${name} articles`, other[kind].own.p95, one[kind].own.p95, '≤ 10'),
      ),
    ]),
    ...grown.map(({ one, other, name }) =>
      ratio(
        `seconds to take over a change, ${name} articles`,
        other.change.seconds,
        one.change.seconds,
        '≤ 10',
      ),
    ),
    ...(some
      ? [ratio('MB per 1,000 articles, to their rows alone', some.shelf / MEGABYTE, some.texts / MEGABYTE)]
      : []),
  ];
}
