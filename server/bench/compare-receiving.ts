import { findFreePort } from '../testing/server-process';
import type { Bench } from './open-bench';
import { type Cell, printTable, type Ratio } from './print-table';
import { runTask, startTask } from './run-task';
import { medianOf, percentile, type Rate } from './statistics';

const CONCURRENCIES = [1, 8];

/** Mails taken by SMTP, to a receiver that throws them away; and how fast they are read and judged after that. */
export async function compareReceiving(
  bench: Bench,
  { seconds, rounds }: { seconds: number; rounds: number },
  say: (line: string) => void,
): Promise<Ratio[]> {
  const port = await findFreePort();
  const { server } = await bench.startServer({ INBOUND_SMTP_PORT: port, MAIL_DOMAIN: 'bench.example' });
  const bare = startTask<number>('serveBareSmtp', {});
  const rows: Cell[][] = [];
  const ratios: Ratio[] = [];
  for (const concurrency of CONCURRENCIES) {
    const ours: Rate[] = [];
    const floor: Rate[] = [];
    const handled: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      say(`Mails over ${concurrency} connections, round ${round} of ${rounds}…`);
      ours.push(await runTask<Rate>('sendMails', { port: Number(port), concurrency, seconds }));
      handled.push(await runTask<number>('awaitMails', { ownerUrl: bench.ownerUrl }));
      floor.push(await runTask<Rate>('sendMails', { port: await bare.done, concurrency, seconds }));
    }
    const [mine, other] = [medianOf(ours), medianOf(floor)];
    rows.push([`${concurrency} taken, durable`, mine.perSecond, mine.p50, mine.p99]);
    rows.push([`${concurrency} thrown away`, other.perSecond, other.p50, other.p99]);
    rows.push([`${concurrency} read and judged, afterwards`, percentile(handled, 0.5), '', '']);
    const ratio = percentile(
      floor.map(({ perSecond }, round) => (ours[round]?.perSecond ?? 0) / perSecond),
      0.5,
    );
    const name = `mails/s over ${concurrency} connections, to a bare receiver`;
    ratios.push([name, mine.perSecond, other.perSecond, ratio, '']);
  }
  server.end();
  bare.end();
  printTable('Mail in', ['connections', 'per second', 'p50 ms', 'p99 ms'], rows);
  return ratios;
}
