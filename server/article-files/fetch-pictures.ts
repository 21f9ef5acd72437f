import { Readable } from 'node:stream';
import { articleFileUrl } from '@beseda/shared/domain/article-file-url';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { type OutsideRules, openAddress } from '../outside/open-address';
import { storeArticleFile } from './store-article-file';

/** Of all together: milliseconds, bytes, pictures. */
export interface FetchBounds {
  time: number;
  bytes: number;
  count: number;
}

export const FETCH_BOUNDS = {
  /** Where somebody waits for the answer. */
  request: { time: 2 * 60_000, bytes: 100 * 2 ** 20, count: 300 },
  command: { time: 30 * 60_000, bytes: 2 ** 30, count: 5_000 },
} as const satisfies Record<string, FetchBounds>;

export interface Fetching {
  /** Null: only what was fetched before is found. */
  bounds: FetchBounds | null;
  rules?: OutsideRules | undefined;
}

export interface FetchedPictures {
  /** Addresses here, by those that were given. */
  urls: ReadonlyMap<string, string>;
  /** Why one was not fetched. */
  refused: ReadonlyMap<string, string>;
}

type Needed = Parameters<typeof storeArticleFile>[0];

const ONE_TIME = 20_000;
/** A site that fails as often in a row is left alone. */
const MOST_FAILURES = 3;
const LONGEST_ADDRESS = 2_000;
const PICTURE = /^image\/(?:png|jpe?g|gif|webp)\b/i;
const NO_ROOM = 'there was no room or time left for it';
const FAULTS = {
  bad_address: 'the address is not understood',
  not_public: 'the address is not of the open internet',
  too_many_redirects: 'it is redirected too often',
  timeout: 'it took too long',
  unreached: 'the server does not answer',
} as const;

/**
 * Makes pictures of other sites files of ours: what was fetched before is found again, the rest is fetched one behind the
 * other, within bounds and from the open internet only. What cannot be fetched keeps its address, and is named.
 */
export async function fetchPictures(
  services: Needed,
  addresses: readonly string[],
  { bounds, rules }: Fetching,
): Promise<FetchedPictures> {
  const urls = await findFetched(services, addresses);
  const refused = new Map<string, string>();
  if (bounds === null) return { urls, refused };
  const left = { ...bounds };
  const failures = new Map<string, number>();
  const end = AbortSignal.timeout(bounds.time);
  for (const address of new Set(addresses)) {
    if (urls.has(address)) continue;
    const host = URL.canParse(address) ? new URL(address).host : '';
    const failed = failures.get(host) ?? 0;
    const reason = stopAt(left, end, failed, address);
    const fetched = reason === null ? await fetchOne(services, address, left, { end, rules }) : reason;
    if (typeof fetched === 'string') refused.set(address, fetched);
    else urls.set(address, fetched.url);
    failures.set(host, typeof fetched === 'string' ? failed + 1 : 0);
  }
  return { urls, refused };
}

function stopAt(left: FetchBounds, end: AbortSignal, failed: number, address: string): string | null {
  if (address.length > LONGEST_ADDRESS) return FAULTS.bad_address;
  if (failed >= MOST_FAILURES) return 'its server has failed several times';
  if (end.aborted || left.count <= 0 || left.bytes <= 0) return NO_ROOM;
  return null;
}

interface Within {
  end: AbortSignal;
  rules: OutsideRules | undefined;
}

async function fetchOne(
  services: Needed,
  address: string,
  left: FetchBounds,
  { end, rules }: Within,
): Promise<{ url: string } | string> {
  left.count -= 1;
  const asking = { timeoutMs: ONE_TIME, signal: end, accept: 'image/*' };
  const answer = await openAddress(address, asking, rules);
  if (typeof answer === 'string') return end.aborted ? NO_ROOM : FAULTS[answer];
  const { status, headers, body } = answer;
  try {
    if (status !== 200) return `the server answers ${status}`;
    if (!PICTURE.test(headers['content-type'] ?? '')) return 'it is no picture';
    const name = decodeURIComponent(new URL(answer.address).pathname.split('/').at(-1) ?? '');
    const source = Readable.from(holdTo(left, body));
    const { id, url } = await storeArticleFile(services, { name, source, uploadedBy: null });
    await remember(services, address, id);
    return { url };
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    if (isBroken(error)) return end.aborted ? NO_ROOM : FAULTS.unreached;
    throw error;
  } finally {
    body.destroy();
  }
}

/** What the other side breaks is no fault of ours. */
function isBroken(error: unknown): boolean {
  const { name = '', code = '' } = error as { name?: string; code?: string };
  return (
    name === 'AbortError' || error instanceof URIError || /^(?:ECONN|ERR_STREAM|EPIPE|ETIMEDOUT)/.test(code)
  );
}

async function* holdTo(left: FetchBounds, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    left.bytes -= chunk.length;
    if (left.bytes < 0) throw new Refusal('file_too_large', NO_ROOM);
    yield chunk;
  }
}

async function findFetched({ database }: Needed, addresses: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ address: string; id: string; name: string }[]>`
      select address, id, name from fetched_pictures join article_files on id = file_id
      where address = any(${[...addresses]})`,
  );
  return new Map(rows.map((row) => [row.address, articleFileUrl(row)]));
}

async function remember(services: Needed, address: string, file: string): Promise<void> {
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into fetched_pictures (address, file_id, fetched_at) values (${address}, ${file}, ${nowIso(services)})
      on conflict (address) do update set file_id = excluded.file_id, fetched_at = excluded.fetched_at`,
  );
}
