import { type Latency, latencyOf } from './statistics';

export interface PageTimes {
  /** Milliseconds until the first byte, of a page that nobody has opened before, and of one that was. */
  fresh: Latency;
  known: Latency;
  /** The same of a file that was built before, by the same server. */
  floor: Latency;
  pages: number;
  /** Bytes of the heaviest page, not packed. */
  heaviest: number;
}

const ENCODING = { 'accept-encoding': 'br, gzip' };
const MOST = 400;
const ROUNDS = 2;

/** Opens pages of the support centre one after the other, as the sitemap lists them; between any two, the floor. */
export async function measurePages({ url }: { url: string }): Promise<PageTimes> {
  const paths = await listPaths(url);
  const floors: number[] = [];
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const durations: number[] = [];
    for (const path of paths) {
      durations.push(await timeFirstByte(url + path));
      floors.push(await timeFirstByte(`${url}/favicon.ico`));
    }
    rounds.push(durations);
  }
  const [fresh = [], known = []] = rounds;
  return {
    fresh: latencyOf(fresh),
    known: latencyOf(known),
    floor: latencyOf(floors),
    pages: paths.length,
    heaviest: await weighHeaviest(url, paths),
  };
}

/** Spread over the whole sitemap. */
async function listPaths(url: string): Promise<string[]> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  const all = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname);
  const step = Math.max(1, Math.floor(all.length / MOST));
  return all.filter((_, at) => at % step === 0);
}

async function timeFirstByte(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: ENCODING });
  const took = performance.now() - begun;
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  await answer.arrayBuffer();
  return took;
}

async function weighHeaviest(url: string, paths: readonly string[]): Promise<number> {
  let heaviest = 0;
  for (const path of paths) {
    const page = await fetch(url + path);
    heaviest = Math.max(heaviest, (await page.arrayBuffer()).byteLength);
  }
  return heaviest;
}
