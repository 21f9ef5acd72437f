export interface Found {
  url: string;
  status: number;
  /** Where it led at once; null: nowhere. */
  location: string | null;
  /** Of pages; '' of everything else. */
  html: string;
  /** The first page that links to it. */
  from: string;
}

const LINK = /<(?:a|link|img|script|source|video)\b[^>]*?\s(?:href|src)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&#39;': "'" };

/** Follows every link of the support centre from these paths on, as a program without scripts does. */
export async function crawl(origin: string, starts: readonly string[], cookie = ''): Promise<Found[]> {
  const found = new Map<string, Found>();
  const waiting = starts.map((path) => ({ url: new URL(path, origin).href, from: 'the start' }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { url, from } = next;
    if (found.has(url)) continue;
    const response = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    const html = isPage ? await response.text() : '';
    if (!isPage) await response.arrayBuffer();
    const location = response.headers.get('location');
    found.set(url, { url, status: response.status, location, html, from });
    for (const link of location ? [location] : linksOf(html)) {
      const target = new URL(link, url);
      target.hash = '';
      if (target.origin === origin) waiting.push({ url: target.href, from: url });
    }
  }
  return [...found.values()];
}

function linksOf(html: string): string[] {
  return [...html.matchAll(LINK)].flatMap(([, link = '']) => {
    const url = link.replace(/&(?:amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
    return /^(?:mailto|tel|data|javascript):/.test(url) ? [] : [url];
  });
}
