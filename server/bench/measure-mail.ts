import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { parseMail } from '../inbound/parsing/parse-mail';
import { readMailCases } from '../testing/mail-cases/read-mail-cases';

export interface MailRates {
  /** Mails in a second, each of all corpora in turn, and how many there are. */
  ours: number;
  floor: number;
  mails: number;
  /** Milliseconds of the slowest of them. */
  slowest: number;
}

/** Ours and the plain taking apart of the same mails, by turns in this process. */
export async function measureMail({ seconds }: { seconds: number }): Promise<MailRates> {
  const raws = readMailCases()
    .map(({ raw }) => raw)
    .filter((raw) => raw.length > 0);
  const ours = createWatch(raws, parseMail);
  const floor = createWatch(raws, (raw) => PostalMime.parse(raw));
  for (const watch of [ours, floor]) await watch.run();
  for (const watch of [ours, floor]) watch.reset();
  const until = performance.now() + 1_000 * seconds;
  while (performance.now() < until) for (const watch of [ours, floor]) await watch.run();
  return { ours: ours.rate(), floor: floor.rate(), mails: raws.length, slowest: ours.slowest() };
}

function createWatch(raws: readonly Buffer[], read: (raw: Buffer) => Promise<unknown>) {
  let [count, ms, slowest] = [0, 0, 0];
  return {
    async run() {
      for (const raw of raws) {
        const begun = performance.now();
        await read(raw).catch(() => null);
        const took = performance.now() - begun;
        ms += took;
        slowest = Math.max(slowest, took);
        count++;
      }
    },
    reset: () => {
      [count, ms, slowest] = [0, 0, 0];
    },
    rate: () => (count / ms) * 1_000,
    slowest: () => slowest,
  };
}

export interface LargeMail {
  /** Bytes at the peak beyond the mail itself. */
  bytes: number;
  ms: number;
}

/** What reading one large mail costs, in a process that has done nothing else. */
export async function readLargeMail({
  path,
  how,
}: {
  path: string;
  how: 'ours' | 'floor';
}): Promise<LargeMail> {
  const raw = await readFile(path);
  const before = process.resourceUsage().maxRSS;
  const begun = performance.now();
  const read = await (how === 'ours' ? parseMail(raw) : PostalMime.parse(raw));
  const ms = performance.now() - begun;
  if (Object.keys(read).length === 0) throw new Error('nothing read');
  return { bytes: (process.resourceUsage().maxRSS - before) * 1_024, ms };
}
