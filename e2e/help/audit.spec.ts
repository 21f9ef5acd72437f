import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../portal/portal-test';
import { checkAccess } from '../support/check-access';
import { crawl, type Found } from '../support/crawl';

const KB = fileURLToPath(new URL('../../server/starter-kb', import.meta.url));
const STARTS = ['/help', '/help/ru', '/help/en', '/robots.txt', '/sitemap.xml'];
/** Bytes of a page as it is before it is packed, without its images. */
const HEAVIEST = 60 * 1024;

test.describe.configure({ timeout: 180_000 });

/** Numbers of the starter articles whose front matter says so. */
async function numbersWhere(fits: (text: string) => boolean): Promise<string[]> {
  const folders = ['ru', 'en'].map((locale) => join(KB, locale));
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  const texts = await Promise.all(
    files
      .flat()
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFile(name, 'utf8')),
  );
  return [...new Set(texts.filter(fits).flatMap((text) => /^number: (\d+)$/m.exec(text)?.[1] ?? []))];
}

const isForStaff = (text: string) => /^visibility: staff$/m.test(text);
const isForSome = (text: string) => /^(?:plans|roles): /m.test(text);
const isForAgents = (text: string) => /^visibility: agents$/m.test(text);
/** Of other staff than the one who crawls, who is no manager, and on the plan `start`. */
const isForOthers = (text: string) => /^roles: \[manager\]$|^plans: \[(?!.*\bstart\b)/m.test(text);

const articlesIn = (all: readonly Found[]) =>
  new Set(all.flatMap(({ url }) => /\/article\/(\d+)/.exec(url)?.[1] ?? []));

/** Whatever is linked is there, at once: only what leads into the support centre by its short address may lead on. */
function expectSound(all: readonly Found[]): void {
  const wrong = all.filter(
    ({ status, url }) => status !== 200 && !(status === 302 && new URL(url).pathname === '/help'),
  );
  expect(wrong.map(({ status, url, from }) => `${status} ${url} from ${from}`)).toEqual([]);
}

test('a stranger who follows every link meets no broken one, and nothing that is not for everybody', async ({
  server,
}) => {
  const all = await crawl(server.url, STARTS);
  expectSound(all);
  const articles = articlesIn(all);
  expect(articles.size).toBeGreaterThan(40);
  const closed = await numbersWhere((text) => isForStaff(text) || isForAgents(text) || isForSome(text));
  expect(closed.length).toBeGreaterThan(5);
  for (const number of closed) expect(articles.has(number), number).toBe(false);
  for (const locale of ['ru', 'en'])
    expect(all.some(({ url }) => url.includes(`/help/${locale}/article/`))).toBe(true);
});

test('staff who have signed in meet what is theirs too, and nothing of the agents', async ({
  visitor,
  server,
}) => {
  const { context } = await visitor();
  const cookies = await context.cookies(server.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const all = await crawl(server.url, STARTS, cookie);
  expectSound(all);
  const articles = articlesIn(all);
  for (const number of await numbersWhere((text) => isForStaff(text) && !isForSome(text)))
    expect(articles.has(number), number).toBe(true);
  for (const number of await numbersWhere((text) => isForAgents(text) || isForOthers(text)))
    expect(articles.has(number), number).toBe(false);
});

interface Facts {
  url: string;
  lang: string;
  title: string;
  description: string;
  canonical: string;
  noindex: boolean;
  viewport: string;
  alternates: Record<string, string>;
  headings: number[];
  unnamedImages: number;
  unnamedLinks: string[];
}

/** What a search engine reads of pages; scripts do not run in them. */
function readFacts(page: Page, pages: { url: string; html: string }[]): Promise<Facts[]> {
  return page.evaluate(
    (all) =>
      all.map(({ url, html }) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        const metaOf = (name: string) =>
          document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
        const alternates = document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]');
        const headings = document.querySelectorAll('h1, h2, h3, h4, h5, h6');
        const links = [...document.querySelectorAll('a')];
        return {
          url,
          lang: document.documentElement.lang,
          title: document.title,
          description: metaOf('description'),
          canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '',
          noindex: metaOf('robots').includes('noindex'),
          viewport: metaOf('viewport'),
          alternates: Object.fromEntries([...alternates].map((link) => [link.hreflang, link.href])),
          headings: [...headings].map(({ tagName }) => Number(tagName[1])),
          unnamedImages: document.querySelectorAll('img:not([alt])').length,
          unnamedLinks: links
            .filter((link) => !link.textContent?.trim() && !link.ariaLabel)
            .map((link) => link.outerHTML),
        };
      }),
    pages,
  );
}

test('every page tells search engines what it is, once and completely', async ({ page, server }) => {
  const pages = (await crawl(server.url, STARTS)).filter(
    ({ html, url }) => html !== '' && url.startsWith(`${server.url}/help/`),
  );
  for (const { url, html } of pages) expect(Buffer.byteLength(html), url).toBeLessThanOrEqual(HEAVIEST);
  const facts = await readFacts(
    page,
    pages.map(({ url, html }) => ({ url, html })),
  );
  for (const each of facts) expectComplete(each);
  const listed = facts.filter(({ noindex, url, canonical }) => !noindex && canonical === url);
  const byUrl = new Map(listed.map((each) => [each.url, each]));
  for (const [what, values] of [
    ['title', listed.map(({ title }) => title)],
    ['description', listed.map(({ description }) => description)],
  ] as const)
    expect(
      values.filter((value, at) => values.indexOf(value) !== at),
      what,
    ).toEqual([]);
  for (const { url, alternates } of listed) {
    const { 'x-default': any, ...languages } = alternates;
    expect(any, url).toBeTruthy();
    expect(Object.values(languages), url).toContain(url);
    for (const other of Object.values(languages))
      expect(byUrl.get(other)?.alternates, `${url} and ${other}`).toEqual(alternates);
  }
});

function expectComplete({
  url,
  lang,
  title,
  description,
  noindex,
  viewport,
  headings,
  ...rest
}: Facts): void {
  expect([lang, viewport], url).toEqual([
    /\/help\/(ru|en)/.exec(url)?.[1],
    'width=device-width, initial-scale=1',
  ]);
  expect(title.length, `${url} ${title}`).toBeGreaterThan(10);
  expect(title.length, `${url} ${title}`).toBeLessThanOrEqual(110);
  expect([rest.unnamedImages, rest.unnamedLinks], url).toEqual([0, []]);
  expect(
    headings.filter((level) => level === 1),
    url,
  ).toEqual([1]);
  for (const [at, level] of headings.entries())
    expect(level, `${url}, heading ${at + 1}`).toBeLessThanOrEqual((headings[at - 1] ?? 0) + 1);
  if (noindex) return;
  expect(rest.canonical, url).toMatch(/^http/);
  expect(description.length, `${url} ${description}`).toBeGreaterThanOrEqual(50);
  expect(description.length, `${url} ${description}`).toBeLessThanOrEqual(160);
}

/** One of every kind of page. */
const KINDS = [
  '/help/ru',
  '/help/ru/category/1',
  '/help/ru/section/1',
  '/help/en/article/302',
  '/help/en/article/111',
  '/help/ru/article/101',
  '/help/ru/search?q=выплата',
  '/help/ru/article/9999-kak-vyvesti-dengi',
  '/help/ru/requests/new?article=302',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any kind of page in the ${colorScheme} theme`, async ({ page, server }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 740 });
      for (const path of KINDS) {
        await page.goto(server.url + path);
        for (const fold of await page.locator('.fold > summary:visible').all()) await fold.click();
        await checkAccess(page);
        const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        expect(fits, `${path} at ${width}`).toBe(true);
      }
    }
  });
}
