import { expect, it } from 'vitest';
import { PAGES_PER_SITEMAP, writeSitemap, writeSitemapIndex } from './write-sitemap';

const HOME = 'https://support.example.com';

it('what one sitemap cannot hold is in the next, and an index names them all', () => {
  const pages = Array.from({ length: PAGES_PER_SITEMAP + 1 }, (_, at) => ({
    paths: { ru: `/help/ru/article/${at}` },
    changed: '2026-01-02',
  }));
  const index = writeSitemapIndex(pages.length, HOME);
  expect(index).toContain(`<loc>${HOME}/sitemaps/1.xml</loc>`);
  expect(index.match(/<sitemap>/g)).toHaveLength(2);
  expect(writeSitemap(pages, HOME, 1)?.match(/<url>/g)).toHaveLength(PAGES_PER_SITEMAP);
  expect(writeSitemap(pages, HOME, 2)).toContain(`<loc>${HOME}/help/ru/article/${PAGES_PER_SITEMAP}</loc>`);
  expect(writeSitemap(pages, HOME, 3)).toBeNull();
});
