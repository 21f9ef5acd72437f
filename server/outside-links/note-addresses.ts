import { addressesOf, readTexts } from '../article-checks/read-texts';
import type { Published } from '../articles/article-shelf';
import { nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';

const MOST_LENGTH = 2_000;
const noted = new WeakSet<Published['articles']>();

/** Puts the addresses of other sites that stand in published articles among those to be asked, and takes out the rest. */
export async function noteAddresses(services: Services): Promise<void> {
  const { articles } = services.articles.published();
  if (noted.has(articles)) return;
  await readTexts(articles.values());
  const addresses = listOutside(articles, new URL(services.environment.publicUrl).origin);
  const hosts = addresses.map((address) => new URL(address).host);
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into outside_links (address, host, due_at)
      select address, host, ${nowIso(services)}::timestamptz
      from unnest(${addresses}::text[], ${hosts}::text[]) as found(address, host)
      on conflict (address) do nothing`;
    await sql`delete from outside_links where address <> all(${addresses}::text[])`;
  });
  noted.add(articles);
}

function listOutside(articles: Published['articles'], own: string): string[] {
  const found = new Set<string>();
  for (const article of articles.values()) {
    const { links, images } = addressesOf(article);
    for (const one of [...links, ...images]) {
      const address = outsideAddress(one, own);
      if (address) found.add(address);
    }
  }
  return [...found].toSorted();
}

/** An address of another site as it is asked for: without the part that servers never get. Null: it is none. */
export function outsideAddress(written: string, own: string): string | null {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  url.hash = '';
  return url.origin === own || url.href.length > MOST_LENGTH ? null : url.href;
}
