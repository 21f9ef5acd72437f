import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Redirect } from './add-redirects';
import type { Viewer } from './may-read';

type Reading = Pick<Services, 'database' | 'articles'>;

interface Lost {
  /** As the browser sent it, with its query. */
  url: string;
  /** The reader's own, where the address does not tell. */
  locale: Locale;
}

/** A redirect may lead to what has itself been moved; more often than this, nobody moves anything. */
const MOST_MOVES = 5;
const LONGEST = 2_000;
/** What follows a number in our addresses, and in those of systems that were here before, may be anything. */
const NUMBERED =
  /^(?:\/help\/[^/]+\/(?:article|section|category)|\/hc(?:\/[^/]+)?\/articles|(?:\/[^/]+)?\/article)\/\d{1,20}(?=-)/;

/** Where something stands that is no more at its old address. Null: nowhere, or where this viewer may not look. */
export async function findRedirect(services: Reading, viewer: Viewer, lost: Lost): Promise<string | null> {
  let paths = listPaths(lost.url);
  for (let moves = 0; moves < MOST_MOVES && paths.length > 0; moves++) {
    const target = await loadRedirect(services, paths);
    if (!target) return null;
    const locale = target.locale ?? lost.locale;
    const url = addressOf(services, viewer, { ...target, locale });
    if (url !== null) return url;
    paths = [`/help/${locale}/${target.kind}/${target.number}`];
  }
  return null;
}

/** The article that a number or slug led to. Null: nothing that this viewer may read. */
export async function findMovedArticle(
  services: Reading,
  viewer: Viewer,
  { numberOrSlug, locale }: { numberOrSlug: string; locale: Locale },
) {
  for (const each of [locale, ...LOCALES.filter((other) => other !== locale)]) {
    const url = await findRedirect(services, viewer, {
      url: `/help/${each}/article/${encodeURIComponent(numberOrSlug)}`,
      locale,
    });
    const number = /\/article\/(\d+)-/.exec(url ?? '')?.[1];
    if (number !== undefined) return services.articles.find(viewer, number, locale);
  }
  return null;
}

/** What may be known of an address, closest first: with its query, without, by number alone. */
function listPaths(url: string): string[] {
  const decoded = decode(url.slice(0, LONGEST));
  if (decoded === null) return [];
  const [path = '', query] = decoded.split(/\?(.*)/s);
  const bare = path.replace(/\/+$/, '');
  const numbered = NUMBERED.exec(bare)?.[0];
  return [...(query ? [`${bare}?${query}`] : []), bare, ...(numbered ? [numbered] : [])];
}

function decode(url: string): string | null {
  try {
    const decoded = decodeURIComponent(url);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

async function loadRedirect({ database }: Reading, paths: readonly string[]): Promise<Redirect | undefined> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Redirect[]>`select path, kind, number, locale from redirects where path = any(${paths})`,
  );
  return rows.toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path))[0];
}

function addressOf(
  { articles: shelf }: Reading,
  viewer: Viewer,
  { kind, number, locale }: Pick<Redirect, 'kind' | 'number'> & { locale: Locale },
): string | null {
  if (kind === 'article') return shelf.find(viewer, String(number), locale)?.url ?? null;
  for (const each of [locale, ...LOCALES.filter((other) => other !== locale)]) {
    const categories = shelf.contents(viewer, each);
    const sections = categories.flatMap(({ sections: own }) => own);
    const found = (kind === 'section' ? sections : categories).find((one) => one.number === number);
    if (found) return found.url;
  }
  return null;
}
